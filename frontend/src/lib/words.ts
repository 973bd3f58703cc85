/** Numbers, dates and names as people read them. */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return "?";
  return Math.abs(value) >= 10_000 || Number.isInteger(value)
    ? value.toLocaleString("en", { maximumFractionDigits: 0 }).replaceAll(",", "\u202f")
    : String(Math.round(value * 100) / 100);
}

export interface Three {
  minimum: number | null;
  best: number | null;
  maximum: number | null;
}

export function three(range: Three | null | undefined): string {
  if (!range || (range.minimum === null && range.best === null && range.maximum === null)) return "unknown";
  if (range.minimum === range.best && range.best === range.maximum) return number(range.best);
  return [range.minimum, range.best, range.maximum].map((n) => (n === null ? "?" : number(n))).join(" – ");
}

export function spread(low: number | null, high: number | null, wording = "exact"): string {
  if (low === null && high === null) return "no number";
  if (high === null) return `${number(low)} or more`;
  if (low === null) return `up to ${number(high)}`;
  if (low === high) return wording === "about" ? `about ${number(low)}` : number(low);
  return `${number(low)}–${number(high)}`;
}

const when = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?/;

/** A partial ISO moment in words, with the precision that it has. */
export function moment(iso: string | null | undefined, short = false): string {
  const found = iso?.match(when);
  if (!iso || !found) return iso ?? "undated";
  const [, year = "", month, day, clock] = found;
  if (!month) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  if (!day) return `${short ? name.slice(0, 3) : name} ${year}`;
  const date = `${Number(day)} ${short ? name.slice(0, 3) : name} ${year}`;
  return clock && clock !== "00:00" ? `${date}, ${clock}` : date;
}

/** Day and month only, where the year stands elsewhere. */
export function dayOf(iso: string | null | undefined): string {
  const found = iso?.match(when);
  if (!found?.[2]) return found?.[1] ?? "undated";
  const name = (MONTHS[Number(found[2]) - 1] ?? "").slice(0, 3);
  if (!found[3]) return `${name} ${found[1]}`;
  return `${Number(found[3])} ${name}${found[4] && found[4] !== "00:00" ? ` ${found[4]}` : ""}`;
}

export function weekday(iso: string): string {
  return DAYS[new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDay()] ?? "";
}

/** A UTC time stamp as day and clock. */
export function stamp(iso: string | null | undefined): string {
  return iso ? iso.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/, "$1 $2") : "";
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1";
  if (share < 1 && share > 0.995) return ">99";
  return String(Math.round(share * 100));
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Initials of who decided; a one-word name stays whole when it is short. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  if (parts.length === 1) return name.length <= 8 ? name : name.slice(0, 7) + "…";
  return parts.map((p) => p.slice(0, 1).toUpperCase() + ".").join("");
}

/** A length of text for a row, whole words kept. */
export function clip(text: string, most = 140): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  const at = flat.lastIndexOf(" ", most);
  return `${flat.slice(0, at > most / 2 ? at : most)}…`;
}

export const letter = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : `${String.fromCharCode(64 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`);
