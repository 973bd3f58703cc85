/** Text with marks: offsets are code points, as in the records; the page's strings count UTF-16 units. */

export type MarkKind = "content" | "source" | "via" | "cue" | "figure" | "time" | "place" | "hit" | "new";

export interface Mark {
  kind: MarkKind;
  /** Code points of the whole text, half-open. */
  start: number;
  end: number;
  /** Claims that the mark belongs to, by id. */
  claims: string[];
  label?: string;
  title?: string;
}

export interface Block {
  /** Code points of the whole text. */
  start: number;
  end: number;
  text: string;
  /** Lines run on as one paragraph (the document wraps its lines), or break where they do. */
  flows: boolean;
  /** Begins a paragraph; false where a very long line was cut for drawing. */
  opens: boolean;
}

export interface Piece {
  text: string;
  start: number;
  mark: Mark | null;
  inner: Piece[];
  /** Where the mark begins, not where it goes on after a cut. */
  first: boolean;
}

const LONGEST = 3000;
const ORDER: Record<MarkKind, number> = { new: 0, content: 1, source: 2, via: 2, cue: 2, figure: 3, time: 3, place: 3, hit: 4 };

/** Turns offsets of one kind into the other; without characters outside the basic plane they are the same. */
export class Offsets {
  private readonly table: Uint32Array | null;
  readonly points: number;

  constructor(text: string) {
    if (!/[\ud800-\udbff]/.test(text)) {
      this.table = null;
      this.points = text.length;
      return;
    }
    const table = new Uint32Array(text.length + 1);
    let points = 0;
    for (let unit = 0; unit < text.length; points++) {
      table[points] = unit;
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    }
    table[points] = text.length;
    this.table = table.slice(0, points + 1);
    this.points = points;
  }

  unit(point: number): number {
    return this.table ? (this.table[Math.min(point, this.points)] ?? 0) : point;
  }

  point(unit: number): number {
    if (!this.table) return unit;
    let low = 0;
    let high = this.points;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.table[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether a paragraph's line ends are those of a narrow page, which a wider one need not keep. */
function wrapped(lines: string[]): boolean {
  if (lines.length < 2) return true;
  const body = lines.slice(0, -1).map((line) => line.length);
  return Math.min(...body) > 45 && Math.max(...body) < 140;
}

function cut(text: string, from: number): number {
  if (text.length - from <= LONGEST * 1.4) return text.length;
  const space = text.slice(from, from + LONGEST).lastIndexOf(" ");
  let end = from + (space > LONGEST / 2 ? space + 1 : LONGEST);
  if (/[\udc00-\udfff]/.test(text[end] ?? "")) end += 1;
  return end;
}

/** Paragraphs of a text in order; together they hold every code point of it. */
export function blocks(text: string, offsets: Offsets): Block[] {
  const found: Block[] = [];
  const ends = [...text.matchAll(/\n[^\S\n]*\n\s*/g)].map((m) => m.index + m[0].length);
  let begin = 0;
  for (const end of [...ends, text.length]) {
    const paragraph = text.slice(begin, end);
    const flows = wrapped(paragraph.trim().split("\n"));
    for (let from = 0; from < paragraph.length; ) {
      const to = cut(paragraph, from);
      found.push({ start: offsets.point(begin + from), end: offsets.point(begin + to), text: paragraph.slice(from, to), flows, opens: from === 0 });
      from = to;
    }
    begin = end;
  }
  return found;
}

/** Marks of one block as a tree of pieces: overlapping marks are cut, the wider one lies outside. */
export function pieces(block: Block, marks: readonly Mark[], offsets: Offsets): Piece[] {
  const inside = marks.filter((m) => m.start < block.end && m.end > block.start && m.end > m.start);
  const edges = new Set([block.start, block.end]);
  for (const mark of inside) {
    if (mark.start > block.start) edges.add(mark.start);
    if (mark.end < block.end) edges.add(mark.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const base = offsets.unit(block.start);
  const starts = [...inside].sort((a, b) => a.start - b.start);
  let next = 0;
  let active: Mark[] = [];
  const flat = sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1] ?? block.end;
    while (next < starts.length && (starts[next]?.start ?? 0) <= from) active.push(starts[next++] as Mark);
    active = active.filter((m) => m.end > from);
    const over = [...active].sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.end - b.start - (a.end - a.start) || a.start - b.start);
    return { from, to, over };
  });
  const text = (from: number, to: number): string => block.text.slice(offsets.unit(from) - base, offsets.unit(to) - base);
  const nest = (run: typeof flat, depth: number): Piece[] => {
    const out: Piece[] = [];
    for (let n = 0; n < run.length; ) {
      const head = run[n];
      if (!head) break;
      const mark = head.over[depth] ?? null;
      let stop = n + 1;
      while (stop < run.length && (run[stop]?.over[depth] ?? null) === mark) stop += 1;
      const group = run.slice(n, stop);
      const end = group.at(-1)?.to ?? head.to;
      out.push({
        text: mark ? "" : text(head.from, end),
        start: head.from,
        mark,
        inner: mark ? nest(group, depth + 1) : [],
        first: mark !== null && mark.start === head.from,
      });
      n = stop;
    }
    return out;
  };
  return nest(flat, 0);
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;

/** Direction of a text by its first strong letter. */
export function direction(text: string): "rtl" | "ltr" {
  for (const letter of text) {
    if (RTL.test(letter)) return "rtl";
    if (LTR.test(letter)) return "ltr";
  }
  return "ltr";
}
