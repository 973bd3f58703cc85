/** What a figure is called, and who stands behind each account of it. */
import { capital } from "./words";
import type { Account, FigureRow, RuleName } from "./types";

const PEOPLE = new Set(["killed", "injured", "missing", "detained", "displaced"]);

/** `killed` is people killed, `destroyed: T-62 tanks` is T-62 tanks destroyed. */
export function figureTitle(key: string): string {
  const [what = "", of = ""] = key.split(/:\s*/, 2);
  if (of) return capital(PEOPLE.has(what) || ["destroyed", "damaged", "deployed"].includes(what) ? `${of} ${what}` : `${what}, ${of}`);
  return PEOPLE.has(what) ? `People ${what}` : capital(what);
}

export const shortTitle = (key: string): string => (key.includes(":") ? figureTitle(key) : capital(key));

export const accountName = (a: Account): string => a.name ?? a.speaker ?? a.outlet ?? "not named";

export const RULES: Record<RuleName, string> = { airwars: "Airwars", ucdp: "UCDP", acled: "ACLED", gtd: "GTD" };

export const standing = (row: Pick<FigureRow, "contested" | "minimum" | "best" | "maximum" | "origins">): "agreed" | "contested" | "unknown" | "single" =>
  row.minimum === null && row.best === null && row.maximum === null ? "unknown" : row.contested ? "contested" : row.origins > 1 ? "agreed" : "single";

export const STANDING_WORDS = { agreed: "agreed", contested: "contested", unknown: "unknown", single: "one origin" } as const;
