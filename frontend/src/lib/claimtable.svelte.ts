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
      rows = table.whole === false ? merge(rows, rowsOf(table), table.documents) : rowsOf(table);
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
