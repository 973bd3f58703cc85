import { describe, expect, it } from "vitest";
import { blocks, direction, Offsets, pieces, type Mark, type Piece } from "./spans";

const flat = (found: Piece[]): string => found.map((p) => (p.mark ? flat(p.inner) : p.text)).join("");
const mark = (start: number, end: number, kind: Mark["kind"] = "content"): Mark => ({ kind, start, end, claims: ["c"] });

describe("offsets", () => {
  it("counts an astral character once", () => {
    const text = "a😀b";
    const offsets = new Offsets(text);
    expect(offsets.points).toBe(3);
    expect(text.slice(offsets.unit(2))).toBe("b");
    expect(offsets.point(3)).toBe(2);
    expect(offsets.unit(99)).toBe(4);
  });
  it("is the identity without astral characters", () => {
    const offsets = new Offsets("Sarn Keppel");
    expect([offsets.unit(5), offsets.point(5)]).toEqual([5, 5]);
  });
});

describe("blocks", () => {
  it("holds every code point of the text, in order", () => {
    const text = `One line\nof a wrapped paragraph.\n\nTwo 😀.\n\n\n${"word ".repeat(2000)}`;
    const found = blocks(text, new Offsets(text));
    expect(found.map((b) => b.text).join("")).toBe(text);
    for (const [n, block] of found.entries()) expect(block.start).toBe(n ? found[n - 1]?.end : 0);
  });
  it("cuts a line of megabytes into pieces that can be drawn", () => {
    const text = "x".repeat(2_000_000);
    const found = blocks(text, new Offsets(text));
    expect(Math.max(...found.map((b) => b.text.length))).toBeLessThan(5000);
    expect(found.map((b) => b.text).join("")).toBe(text);
  });
});

describe("pieces", () => {
  const text = "The ministry said that 😀 nine people were killed.";
  const offsets = new Offsets(text);
  const [block] = blocks(text, offsets);
  it.each([
    ["nested", [mark(18, 40), mark(25, 29, "figure")]],
    ["crossing", [mark(0, 20), mark(12, 30, "source")]],
    ["the same place twice", [mark(4, 12), mark(4, 12, "source")]],
    ["empty and outside", [mark(5, 5), mark(400, 500)]],
  ])("keeps the text whole with marks that are %s", (_, marks) => {
    expect(block && flat(pieces(block, marks, offsets))).toBe(text);
  });
  it("puts the wider mark outside", () => {
    const [, outer] = block ? pieces(block, [mark(25, 29, "figure"), mark(18, 40)], offsets) : [];
    expect(outer?.mark?.kind).toBe("content");
    expect(outer?.inner.some((p) => p.mark?.kind === "figure")).toBe(true);
  });
});

it("tells direction by the first strong letter", () => {
  expect(direction("12: بيان")).toBe("rtl");
  expect(direction("«Word» بيان")).toBe("ltr");
  expect(direction("12")).toBe("ltr");
});
