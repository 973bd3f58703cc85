/** All claims of the case as rows. After the first load only rows that changed are asked for. */
import { untrack } from "svelte";
import { get } from "./api";
import { desk } from "./desk.svelte";
import { CERTAINTIES, STATES, type Certainty, type ClaimState, type ClaimTable, type ClaimView } from "./types";

export interface Row {
  id: string;
  document: string;
  speaker: string;
  outlet: string;
  origin: string;
  certainty: Certainty;
  denied: boolean;
  score: number;
  state: ClaimState;
  start: number;
  end: number;
  text: string;
  via: string;
  actors: string[];
  places: string[];
  days: string[];
  figures: string;
  /** Lower case, for filtering by words. */
  hay: string;
}

export function rowsOf(table: ClaimTable): Row[] {
  const c = table.columns;
  const out: Row[] = [];
  for (let n = 0; n < c.id.length; n++) {
    const speaker = table.speakers[c.speaker[n] ?? -1] ?? "";
    const text = c.text[n] ?? "";
    const actors = (c.actor[n] ?? []).map((k) => table.actors[k]?.name ?? "");
    out.push({
      id: c.id[n] ?? "",
      document: table.documents[c.document[n] ?? -1] ?? "",
      speaker,
      outlet: table.outlets[c.outlet[n] ?? -1] ?? "",
      origin: table.origins?.[c.origin[n] ?? -1] ?? "",
      certainty: CERTAINTIES[c.certainty[n] ?? 3] ?? "unknown",
      denied: c.polarity[n] === 1,
      score: (c.score[n] ?? 0) / 100,
      state: STATES[c.state[n] ?? 0] ?? "proposed",
      start: c.start[n] ?? 0,
      end: c.end[n] ?? 0,
      text,
      via: c.via[n] ?? "",
      actors,
      places: (c.place[n] ?? []).map((k) => table.places[k]?.name ?? ""),
      days: (c.day[n] ?? []).map((k) => table.days[k] ?? ""),
      figures: c.figures[n] ?? "",
      hay: `${speaker} ${text}`.toLowerCase(),
    });
  }
  return out;
}

/** The rows of some documents anew: each document's stay where the document stands, those of new documents come last. */
export function merge(rows: readonly Row[], changed: readonly Row[], documents: readonly string[]): Row[] {
  const anew = new Map<string, Row[]>(documents.map((d) => [d, []]));
  const listed = new Set(documents);
  for (const row of changed) anew.get(row.document)?.push(row);
  const out: Row[] = [];
  for (const row of rows) {
    const fresh = anew.get(row.document);
    if (!fresh) {
      if (!listed.has(row.document)) out.push(row);
      continue;
    }
    out.push(...fresh);
    anew.delete(row.document);
  }
  for (const fresh of anew.values()) out.push(...fresh);
  return out;
}

/** Whether all that filters are offered by is the same, whatever was decided: few rows are new objects. */
export function sameNames(before: readonly Row[], now: readonly Row[]): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((v, n) => v === b[n]);
  return (
    before.length === now.length &&
    now.every((r, n) => {
      const was = before[n] as Row;
      return r === was || (r.speaker === was.speaker && r.outlet === was.outlet && r.origin === was.origin && same(r.actors, was.actors) && same(r.places, was.places) && same(r.days, was.days));
    })
  );
}

let rows = $state.raw<Row[]>([]);
/** Rows as they were when last a name in them changed: what filters are offered by is counted over these. */
let named = $state.raw<Row[]>([]);

function put(now: Row[]): void {
  if (!sameNames(named, now)) named = now;
  rows = now;
}

/** Show at once what an answer says of claims; the rest of their rows follows with the table. */
export function mark(views: readonly ClaimView[]): void {
  const states = new Map(views.map((v) => [v.claim.id, v.state]));
  if (states.size) put(rows.map((r) => (states.has(r.id) ? { ...r, state: states.get(r.id) ?? r.state } : r)));
}
const status = $state<{ fault: string | null; version: string | null }>({ fault: null, version: null });

export const claims = {
  get rows() {
    return rows;
  },
  get named() {
    return named;
  },
  get fault() {
    return status.fault;
  },
  get loading() {
    return status.version === null && status.fault === null;
  },
};

let running = false;
async function load(): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (;;) {
      const wanted = desk.version;
      const since = status.version;
      const table = await get<ClaimTable>(since ? `/api/claims?since=${encodeURIComponent(since)}` : "/api/claims");
      put(table.whole === false ? merge(rows, rowsOf(table), table.documents) : rowsOf(table));
      status.version = table.version;
      status.fault = null;
      if (wanted === desk.version) return;
    }
  } catch (fault) {
    status.fault = fault instanceof Error ? fault.message : String(fault);
  } finally {
    running = false;
  }
}

export function followClaims(): void {
  $effect(() => {
    void desk.version;
    untrack(() => {
      if (desk.version !== status.version || status.version === null) void load();
    });
  });
}
