/** Single keys: rooms and parts bind them while they are shown; the newest binding of a key wins. */

export interface Binding {
  /** Names the action, for the list of keys and for remapping. */
  id: string;
  key: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Not in the list of keys (a second key for the same thing). */
  quiet?: boolean;
}

interface Settings {
  off: boolean;
  map: Record<string, string>;
}

const STORE = "sayso-keys";

function load(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? "{}") as Partial<Settings>;
    return { off: kept.off ?? false, map: kept.map ?? {} };
  } catch {
    return { off: false, map: {} };
  }
}

export const settings = $state<Settings>(load());

export function keep(): void {
  try {
    localStorage.setItem(STORE, JSON.stringify(settings));
  } catch {
    /* a private window forgets */
  }
}

let layers: Binding[][] = [];

export const keyOf = (binding: Pick<Binding, "id" | "key">): string => settings.map[binding.id] ?? binding.key;

/** Bind keys until the function that is given back is called. */
export function bind(bindings: Binding[]): () => void {
  layers = [...layers, bindings];
  return () => {
    layers = layers.filter((layer) => layer !== bindings);
  };
}

/** All that is bound now, the newest first, one line an action. */
export function listed(): Binding[] {
  const seen = new Set<string>();
  return layers
    .toReversed()
    .flat()
    .filter((b) => !b.quiet && !seen.has(b.id) && seen.add(b.id) !== undefined);
}

export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  && !(target instanceof HTMLInputElement && /^(checkbox|radio|button|range)$/.test(target.type));

export function onkeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  const name = control ? `Ctrl+${event.key.toLowerCase()}` : event.key;
  if (!control && (event.altKey || event.metaKey)) return;
  if (typing(event.target) && (event.key !== "Escape" || control)) return;
  if (settings.off && name.length === 1) return;
  if (document.querySelector("dialog[open]")) {
    if (name === "Escape") return; // it leaves the dialog, and nothing under it
    const inside = layers.at(-1)?.find((b) => keyOf(b) === name);
    if (!inside || !inside.id.startsWith("dialog.")) return;
  }
  for (const layer of layers.toReversed()) {
    const found = layer.find((b) => keyOf(b) === name);
    if (found) {
      event.preventDefault();
      found.run(event);
      return;
    }
  }
}
