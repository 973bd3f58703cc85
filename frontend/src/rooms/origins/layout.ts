/** Where the documents of a case stand in the graph: a box for each origin that has copies, the lone ones in a grid beneath. */
import { Graph, layout } from "@dagrejs/dagre";
import { dayOf } from "../../lib/words";
import type { OriginsAnswer } from "../../lib/types";

export const NODE = { width: 188, height: 40 } as const;
const GAP = 18;
/** More would be a picture of nothing; the table has all. */
const MOST = 260;

interface Box { x: number; y: number; width: number; height: number }
export interface Plan {
  /** Documents that are not drawn. */
  left: number;
  width: number;
  height: number;
  nodes: { id: string; title: string; note: string; x: number; y: number }[];
  edges: { from: string; path: string }[];
  groups: (Box & { id: string })[];
}

export function layoutOf(answer: OriginsAnswer, wide = 860): Plan {
  const facts = new Map(answer.nodes.map((n) => [n.id, n]));
  const of = new Map(answer.links.map((l) => [l.id, l.of]));
  const plan: Plan = { left: 0, width: wide, height: 0, nodes: [], edges: [], groups: [] };
  const put = (id: string, x: number, y: number): void => {
    const node = facts.get(id);
    const outlet = node?.outlet ?? "";
    const title = outlet || node?.label || "document";
    const note = [outlet ? node?.label : "", node?.published ? dayOf(node.published) : "undated"].filter(Boolean);
    plan.nodes.push({ id, title, note: note.toReversed().join(" · "), x, y });
  };
  let y = 0;
  let x = 0;
  let tall = 0;
  const families = answer.origins.filter((o) => o.documents.length > 1 || o.documents.some((d) => of.get(d)));
  for (const origin of families) {
    if (plan.nodes.length + origin.documents.length > MOST) {
      plan.left += origin.documents.length;
      continue;
    }
    const inner = drawn(origin.documents, of);
    if (x > 0 && x + inner.width > wide) {
      x = 0;
      y += tall + GAP;
      tall = 0;
    }
    plan.groups.push({ id: origin.id, x, y, width: inner.width, height: inner.height });
    for (const n of inner.nodes) put(n.id, x + n.x, y + n.y);
    for (const e of inner.edges) plan.edges.push({ from: e.from, path: path(e.points.map((p) => ({ x: p.x + x, y: p.y + y }))) });
    plan.width = Math.max(plan.width, x + inner.width + 2);
    x += inner.width + GAP;
    tall = Math.max(tall, inner.height);
  }
  y += tall + (families.length ? GAP * 1.5 : 0);
  const kin = new Set(families);
  const alone = answer.origins.filter((o) => !kin.has(o)).flatMap((o) => o.documents);
  const lone = alone.slice(0, Math.max(0, MOST - plan.nodes.length));
  plan.left += alone.length - lone.length;
  const columns = Math.max(1, Math.floor((plan.width + GAP) / (NODE.width + GAP)));
  lone.forEach((id, n) => put(id, (n % columns) * (NODE.width + GAP) + 1, y + Math.floor(n / columns) * (NODE.height + GAP)));
  plan.height = y + Math.ceil(lone.length / columns) * (NODE.height + GAP) + 4;
  // A citation may lead from one origin to another: it is drawn between the boxes.
  const at = new Map(plan.nodes.map((n) => [n.id, n]));
  const have = new Set(plan.edges.map((e) => e.from));
  for (const [from, to] of of) {
    const a = at.get(from);
    const b = to ? at.get(to) : undefined;
    if (!a || !b || have.has(from)) continue;
    const down = b.y > a.y;
    plan.edges.push({ from, path: path([{ x: a.x + NODE.width / 2, y: a.y + (down ? NODE.height : 0) }, { x: b.x + NODE.width / 2, y: b.y + (down ? 0 : NODE.height) }]) });
  }
  return plan;
}

function drawn(ids: readonly string[], of: ReadonlyMap<string, string | null>): { width: number; height: number; nodes: { id: string; x: number; y: number }[]; edges: { from: string; points: { x: number; y: number }[] }[] } {
  const graph = new Graph();
  graph.setGraph({ rankdir: "BT", nodesep: 16, ranksep: 34, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const held = new Set(ids);
  for (const id of ids) graph.setNode(id, { width: NODE.width, height: NODE.height });
  for (const id of ids) {
    const target = of.get(id);
    if (target && held.has(target)) graph.setEdge(id, target);
  }
  layout(graph);
  const box = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.max(box.width ?? 0, NODE.width + 24),
    height: Math.max(box.height ?? 0, NODE.height + 24),
    nodes: ids.map((id) => {
      const n = graph.node(id) as { x: number; y: number };
      return { id, x: n.x - NODE.width / 2, y: n.y - NODE.height / 2 };
    }),
    edges: graph.edges().map((e) => ({ from: e.v, points: (graph.edge(e) as { points: { x: number; y: number }[] }).points })),
  };
}

function path(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points.map((p) => `${Math.round(p.x * 10) / 10} ${Math.round(p.y * 10) / 10}`);
  return `M${first ?? "0 0"}L${rest.join(" ")}`;
}
