/** A scale from 0 (or near the least value) to a round number, with ticks; positions are percent. */

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
  at: (value: number) => number;
}

export function scaleOf(values: readonly (number | null)[], wanted = 6): Scale {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v));
  const top = Math.max(1, ...known);
  const bottom = Math.min(0, ...known);
  const rough = (top - bottom) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 4, 5, 10].map((m) => m * power).find((s) => s >= rough && (s >= 1 || top < 1)) ?? Math.max(1, 10 * power);
  const low = Math.floor(bottom / step) * step;
  let high = Math.ceil(top / step) * step;
  if (high === top && known.length > 1) high += step * (high / step > 3 ? 1 : 0.5);
  const ticks: number[] = [];
  for (let tick = low; tick <= high + step / 1e6; tick += step) ticks.push(Math.round(tick * 1e6) / 1e6);
  return { low, high, ticks, at: (value) => Math.round(((Math.min(Math.max(value, low), high) - low) / (high - low)) * 1e4) / 100 };
}
