import type { Minutes } from './classes';

const parts: readonly [string, number, number][] = [
  ['.class-1', 1, 3],
  ['.class-2', 2, 3],
  ['.class-3', 1, 1],
  ['.class-4', 2, 1],
];

/** Rewrites the edges of the classes in the legend: the number after "≤" in each entry. */
export function showLimit(legend: ParentNode, limit: Minutes): void {
  for (const [swatch, times, divisor] of parts) {
    const entry = legend.querySelector(swatch)?.parentElement;
    const text = entry?.lastChild;
    if (!text) continue;
    const edge = Math.round(((limit * times) / divisor) * 10) / 10;
    text.textContent = (text.textContent ?? '').replace(/≤ [\d.]+/, `≤ ${edge}`);
  }
}
