/** Where the page is: `#/room/id?name=value`. */

import type { Passage } from "./types";

export interface Route {
  room: string;
  id: string;
  query: Record<string, string>;
}

function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [room = "", ...rest] = path.split("/");
  return { room: room || "overview", id: safe(rest.join("/")), query: Object.fromEntries(new URLSearchParams(search)) };
}

function safe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const route = $state<{ now: Route }>({ now: parse(location.hash) });
addEventListener("hashchange", () => {
  route.now = parse(location.hash);
});

export function href(room: string, id = "", query: Record<string, string | number | null | undefined> = {}): string {
  const given = Object.entries(query).filter(([, v]) => v !== null && v !== undefined && v !== "");
  const search = new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString();
  return `#/${room}${id ? `/${encodeURIComponent(id)}` : ""}${search ? `?${search}` : ""}`;
}

/** Where a passage can be read; one of a title has no place in the text. */
export function passageAt(p: Passage, claim?: string | null): string {
  return href("reading", p.document, { at: p.title ? null : `${p.start}-${p.end}`, claim });
}

export function go(target: string, replace = false): void {
  if (target === location.hash) return;
  if (replace) {
    history.replaceState(null, "", target);
    route.now = parse(target);
  } else location.hash = target;
}
