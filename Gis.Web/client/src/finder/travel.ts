import { distanceBetween, type LonLat } from '../ground';
import type { Index } from './index';

export interface Trip {
  readonly minutes: number;
  readonly metres: number;
}

/**
 * The way between two places where no roads are known, as the server estimates it (docs/methods/travel.md): the line times a detour,
 * and between the banks of the river only over its crossings.
 */
export class Estimate {
  readonly #crossings: Index['crossings'];
  readonly #between: number[][];
  readonly #paces: Index['paces'];

  constructor({ crossings, paces }: Pick<Index, 'crossings' | 'paces'>) {
    this.#crossings = crossings;
    this.#paces = paces;
    this.#between = measureBetween(crossings);
  }

  trip(from: LonLat, fromBank: string, to: LonLat, toBank: string, mode: string): Trip | undefined {
    const [speed, detour] = this.#paces[mode] ?? [75, 1.3];
    const line = fromBank === toBank ? distanceBetween(from, to) : this.#across(from, fromBank, to, toBank);
    return Number.isFinite(line) ? { minutes: (line * detour) / speed, metres: line * detour } : undefined;
  }

  #across(from: LonLat, fromBank: string, to: LonLat, toBank: string): number {
    let best = Number.POSITIVE_INFINITY;
    this.#crossings.forEach((first, i) => {
      if (!touches(first, fromBank)) return;
      this.#crossings.forEach((last, j) => {
        if (!touches(last, toBank)) return;
        const over = this.#between[i]?.[j] ?? Number.POSITIVE_INFINITY;
        best = Math.min(best, distanceBetween(from, at(first)) + over + distanceBetween(at(last), to));
      });
    });
    return best;
  }
}

type Crossing = Index['crossings'][number];

function at([lon, lat]: Crossing): LonLat {
  return { lon, lat };
}

function touches([, , from, to]: Crossing, bank: string): boolean {
  return from === bank || to === bank;
}

/** Floyd and Warshall over the crossings: a way may need several where a city has more than two banks. */
function measureBetween(crossings: Index['crossings']): number[][] {
  const metres = crossings.map((one) =>
    crossings.map((other) =>
      touches(one, other[2]) || touches(one, other[3]) ? distanceBetween(at(one), at(other)) : Number.POSITIVE_INFINITY,
    ),
  );
  const cell = (i: number, j: number) => metres[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (const via of crossings.keys())
    for (const [i, row] of metres.entries())
      for (const j of row.keys()) row[j] = Math.min(cell(i, j), cell(i, via) + cell(via, j));
  return metres;
}
