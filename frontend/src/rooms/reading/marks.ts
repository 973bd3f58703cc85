/** Which marks a document's text carries: its claims' spans, then figures, times and places, then hits of a search. */
import type { Mark } from "../../lib/spans";
import type { ClaimView, DocumentAnswer, FigureSpan, SpanEnds } from "../../lib/types";
import { moment, spread } from "../../lib/words";

export function marksOf(answer: DocumentAnswer, shown: readonly ClaimView[], active: string | null): Mark[] {
  const found = new Map<string, Mark>();
  const put = (mark: Mark): void => {
    const key = `${mark.kind} ${mark.start} ${mark.end}`;
    const known = found.get(key);
    if (known) known.claims.push(...mark.claims);
    else found.set(key, mark);
  };
  shown.forEach((view, n) => {
    if (view.state === "rejected" && view.claim.id !== active) return;
    const claims = [view.claim.id];
    const number = n + 1;
    const { source, cue, via, content } = view.claim;
    content.forEach((s, k) => put({ kind: "content", start: s.start, end: s.end, claims: [...claims], label: k ? "" : `content ${number}` }));
    if (source) put({ kind: "source", start: source.start, end: source.end, claims: [...claims], label: `source ${number}`, title: source.entity ?? "" });
    for (const s of via ?? []) put({ kind: "via", start: s.start, end: s.end, claims: [...claims], label: `via ${number}` });
    if (cue) put({ kind: "cue", start: cue.start, end: cue.end, claims: [...claims], label: `cue ${number}` });
  });
  for (const f of answer.figures) put({ kind: "figure", start: f.start, end: f.end, claims: [], title: figureWords(f) });
  for (const t of answer.times) put({ kind: "time", start: t.start, end: t.end, claims: [], title: t.type === "DATE" ? moment(t.value) : t.value });
  for (const p of answer.places) put({ kind: "place", start: p.start, end: p.end, claims: [], title: p.lat === null || p.lat === undefined ? `${p.name}: not on the map` : p.name });
  return [...found.values()];
}

export function figureWords(f: FigureSpan): string {
  const of = f.group && f.group !== "named" ? ` ${f.group}` : "";
  return `${f.what}${of} ${spread(f.low, f.high, f.wording)}${f.negated ? ", denied" : ""}${f.background ? " (of another happening)" : ""}`;
}

const overlaps = (a: SpanEnds, b: SpanEnds): boolean => a.start < b.end && a.end > b.start;

/** Figures and dates that lie in a claim's content. */
export function detailsOf(answer: DocumentAnswer, view: ClaimView): { figures: string[]; times: string[] } {
  const inside = (s: SpanEnds): boolean => view.claim.content.some((c) => overlaps(c, s));
  return {
    figures: answer.figures.filter((f) => f.claim === view.claim.id || (!f.claim && inside(f))).map(figureWords),
    times: answer.times.filter((t) => t.type === "DATE" && inside(t)).map((t) => moment(t.value, true)),
  };
}

/** Where the words of a search stand in a text, as code points. */
export function hitsOf(text: string, words: string, point: (unit: number) => number): Mark[] {
  const wanted = words.match(/"[^"]+"|[^\s"]+/g)?.map((w) => w.replaceAll('"', "")) ?? [];
  const found: Mark[] = [];
  for (const word of wanted.filter((w) => w.length > 1)) {
    const pattern = new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
    for (const match of text.matchAll(pattern)) {
      found.push({ kind: "hit", start: point(match.index), end: point(match.index + match[0].length), claims: [] });
      if (found.length > 3000) return found;
    }
  }
  return found;
}
