import { expect, it } from "vitest";
import { scaleOf } from "./scale";
import { clip, dayOf, letter, moment, number, percent, spread, three } from "./words";

it("never draws unknown as a number", () => {
  expect(three({ minimum: null, best: null, maximum: null })).toBe("unknown");
  expect(three({ minimum: 3, best: null, maximum: 5 })).toBe("3 – ? – 5");
  expect(number(null)).toBe("?");
  expect(spread(null, null)).toBe("no number");
});
it("says a range as worded", () => {
  expect(three({ minimum: 6, best: 7, maximum: 20 })).toBe("6 – 7 – 20");
  expect(three({ minimum: 2, best: 2, maximum: 2 })).toBe("2");
  expect([spread(6, null), spread(null, 9), spread(6, 8), spread(7, 7, "about")]).toEqual(["6 or more", "up to 9", "6–8", "about 7"]);
});
it("keeps the precision of a date", () => {
  expect([moment("2031"), moment("2031-03"), moment("2031-03-06"), moment("2031-03-06T17:30+00:00"), moment(null)]).toEqual(["2031", "March 2031", "6 March 2031", "6 March 2031, 17:30", "undated"]);
  expect(dayOf("2031-03-06T19:05")).toBe("6 Mar 19:05");
});
it("rounds shares without claiming certainty", () => {
  expect([percent(0.001), percent(0), percent(0.999), percent(1), percent(0.6)]).toEqual(["<1", "0", ">99", "100", "60"]);
});
it("names columns beyond Z, and cuts at a word", () => {
  expect([letter(0), letter(25), letter(26)]).toEqual(["A", "Z", "AA"]);
  expect(clip("one two three", 9)).toBe("one two…");
});
it.each([[[0]], [[6, 20]], [[3000]], [[null]], [[0.4, 0.9]], [[1_000_000, 12]]])("scales %j so that every value lies on it", (values) => {
  const scale = scaleOf(values);
  for (const v of values) if (v !== null) expect(scale.at(v)).toBeGreaterThanOrEqual(0);
  expect(scale.high).toBeGreaterThanOrEqual(Math.max(...values.map((v) => v ?? 0)));
  expect(scale.ticks.length).toBeGreaterThan(1);
  expect(scale.ticks.length).toBeLessThan(14);
});
