import type { LonLat } from '../ground';
import { root } from '../root';

/** What the server gives a phone to keep: PhoneIndex.cs says the same of its rows. */
export interface IndexJson {
  readonly data: string;
  readonly city: string;
  readonly illustrative: boolean;
  readonly paces: Readonly<Record<string, readonly [number, number]>>;
  readonly crossings: readonly (readonly [number, number, string, string])[];
  readonly areas: readonly (readonly [string, string, string, number | null, number | null, string])[];
  readonly points: readonly (readonly [string, string, string, number, number, number | null, number | null, string])[];
}

/** A unit or a point that somebody may look for. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly syllables: readonly string[];
  readonly at: LonLat | undefined;
  readonly bank: string;
  /** 0 a centre, 1 a station, 2 a room; nothing of a unit. */
  readonly tier: number | undefined;
  readonly isOpen: boolean;
}

export interface Index {
  readonly city: string;
  readonly paces: IndexJson['paces'];
  readonly crossings: IndexJson['crossings'];
  readonly areas: readonly Entry[];
  readonly points: readonly Entry[];
  /** When the server gave it. */
  readonly kept: Date | undefined;
}

const address = `${root}/api/finder/index.json`;

/** The index, from the server or, without a network, from what the phone keeps. */
export async function load(): Promise<Index> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return read(await answer.json(), answer.headers.get('date'));
}

export function read(json: IndexJson, date: string | null): Index {
  const kept = new Date(date ?? '');
  return {
    city: json.city,
    paces: json.paces,
    crossings: json.crossings,
    kept: Number.isNaN(kept.getTime()) ? undefined : kept,
    areas: json.areas.map(([id, name, pinyin, lon, lat, bank]) => ({
      ...named(id, name, pinyin, lon, lat, bank),
      tier: undefined,
      isOpen: true,
    })),
    points: json.points.map(([id, name, pinyin, tier, isOpen, lon, lat, bank]) => ({
      ...named(id, name, pinyin, lon, lat, bank),
      tier,
      isOpen: isOpen === 1,
    })),
  };
}

function named(id: string, name: string, pinyin: string, lon: number | null, lat: number | null, bank: string) {
  const at = lon === null || lat === null ? undefined : { lon, lat };
  return { id, name, syllables: pinyin.split(' '), at, bank };
}
