import { expect, it } from "vitest";
import { merge, sameNames, type Row } from "./claimtable.svelte";

const row = (document: string, id: string, state: Row["state"] = "proposed"): Row => ({
  id, document, state, speaker: "", outlet: "", origin: "", certainty: "certain", denied: false, score: 1, start: 0, end: 1, text: "", via: "", actors: [], places: [], days: [], figures: "", hay: "",
});
const ids = (rows: Row[]): string[] => rows.map((r) => `${r.document}${r.id}${r.state === "proposed" ? "" : "!"}`);

it("replaces the rows of the documents that changed, where they stand", () => {
  const rows = [row("a", "1"), row("a", "2"), row("b", "3"), row("c", "4")];
  expect(ids(merge(rows, [row("b", "3", "accepted"), row("b", "5")], ["b"]))).toEqual(["a1", "a2", "b3!", "b5", "c4"]);
  expect(ids(merge(rows, [], ["a"]))).toEqual(["b3", "c4"]);
  expect(ids(merge(rows, [row("d", "6")], ["d"]))).toEqual(["a1", "a2", "b3", "c4", "d6"]);
});

it("counts what filters are offered by again only where a name changed", () => {
  const rows = [row("a", "1"), row("b", "2")];
  expect(sameNames(rows, [row("a", "1", "accepted"), rows[1] as Row])).toBe(true);
  expect(sameNames(rows, [{ ...row("a", "1"), speaker: "Orla Venn" }, rows[1] as Row])).toBe(false);
  expect(sameNames(rows, [{ ...row("a", "1"), places: ["Meridock"] }, rows[1] as Row])).toBe(false);
  expect(sameNames(rows, rows.slice(1))).toBe(false);
});
