import { distanceBetween, type LonLat } from '../ground';
import type { Entry, Index } from './index';
import { Estimate, type Trip } from './travel';

export interface Found {
  readonly point: Entry;
  readonly trip: Trip;
}

/** The village or township nearest to a place, and how far it is; nothing where none is located. */
export function placeAt(index: Index, at: LonLat): { readonly area: Entry; readonly metres: number } | undefined {
  let nearest: { area: Entry; metres: number } | undefined;
  for (const area of index.areas) {
    if (!area.at) continue;
    const metres = distanceBetween(at, area.at);
    if (!nearest || metres < nearest.metres) nearest = { area, metres };
  }
  return nearest;
}

/** The open points nearest by time, those as near in the order of the index. */
export function nearest(index: Index, at: LonLat, bank: string, mode: string, count: number): Found[] {
  const estimate = new Estimate(index);
  return index.points
    .flatMap((point) => {
      const trip = point.isOpen && point.at ? estimate.trip(at, bank, point.at, point.bank, mode) : undefined;
      return trip ? [{ point, trip }] : [];
    })
    .sort((one, other) => one.trip.minutes - other.trip.minutes)
    .slice(0, count);
}

/** The same by a table of the server, whose rows name a point, minutes and metres. */
export function byTable(index: Index, rows: readonly (readonly [string, number, number])[], count: number): Found[] {
  const points = new Map(index.points.map((point) => [point.id, point]));
  return rows
    .flatMap(([id, minutes, metres]) => {
      const point = points.get(id);
      return point ? [{ point, trip: { minutes, metres } }] : [];
    })
    .slice(0, count);
}
