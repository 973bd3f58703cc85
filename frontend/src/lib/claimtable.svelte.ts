/** All claims of the case as rows. After the first load only rows that changed are asked for. */
import { untrack } from "svelte";
import { get } from "./api";
import { desk } from "./desk.svelte";
import { CERTAINTIES, STATES, type Certainty, type ClaimState, type ClaimTable } from "./types";

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

/** Put changed rows in their place: document order, then text order. */
export function merge(rows: Row[], changed: Row[], removed: readonly string[]): Row[] {
  const gone = new Set([...removed, ...changed.map((r) => r.id)]);
  const order = new Map<string, number>();
  for (const row of rows) if (!order.has(row.document)) order.set(row.document, order.size);
  for (const row of changed) if (!order.has(row.document)) order.set(row.document, order.size);
  const at = new Map(changed.map((r) => [r.id, r]));
  const known = new Set(rows.map((r) => r.id));
  // Most often nothing moves: a decision changes the state of a row that is there.
  const kept = rows.flatMap((r) => {
    const next = at.get(r.id);
    return next ? [next] : gone.has(r.id) ? [] : [r];
  });
  const fresh = changed.filter((r) => !known.has(r.id));
  if (!fresh.length) return kept;
  return [...kept, ...fresh].sort((a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.start - b.start);
}

let rows = $state.raw<Row[]>([]);
const status = $state<{ fault: string | null; version: string | null }>({ fault: null, version: null });

export const claims = {
  get rows() {
    return rows;
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
      rows = table.whole === false ? merge(rows, rowsOf(table), table.removed ?? []) : rowsOf(table);
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
