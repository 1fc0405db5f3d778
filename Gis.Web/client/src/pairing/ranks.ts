/** Wishes in order, best first; a rank is one or several equals. */
export type Ranks = readonly (readonly string[])[];

/** Reads the numbers written beside names; the same number makes equals, what is no whole number above 0 is no wish. */
export function readRanks(places: readonly (readonly [id: string, place: string])[]): Ranks {
  const byPlace = new Map<number, string[]>();
  for (const [id, text] of places) {
    if (!/^[1-9]\d*$/.test(text.trim())) continue;
    const place = Number(text);
    byPlace.set(place, [...(byPlace.get(place) ?? []), id]);
  }
  return [...byPlace].sort(([one], [other]) => one - other).map(([, ids]) => ids);
}

/** Moves one wish a place up or down: out of its equals first, then past the rank before or after. */
export function step(ranks: Ranks, id: string, by: -1 | 1): Ranks {
  const at = ranks.findIndex((rank) => rank.includes(id));
  if (at < 0) return ranks;
  const equals = ranks[at]!.filter((other) => other !== id);
  const target = equals.length > 0 ? (by < 0 ? at : at + 1) : at + by;
  if (target < 0 || (equals.length === 0 && target >= ranks.length)) return ranks;
  return insert(without(ranks, id), id, target);
}

/** Puts one wish, as a rank of its own, before or after that of another. */
export function drop(ranks: Ranks, id: string, onto: string, after: boolean): Ranks {
  if (id === onto) return ranks;
  const rest = without(ranks, id);
  const at = rest.findIndex((rank) => rank.includes(onto));
  return at < 0 ? ranks : insert(rest, id, after ? at + 1 : at);
}

/** The number to be written beside each wish. */
export function placesOf(ranks: Ranks): ReadonlyMap<string, number> {
  return new Map(ranks.flatMap((rank, i) => rank.map((id) => [id, i + 1] as const)));
}

function without(ranks: Ranks, id: string): Ranks {
  return ranks.map((rank) => rank.filter((other) => other !== id)).filter((rank) => rank.length > 0);
}

function insert(ranks: Ranks, id: string, at: number): Ranks {
  return [...ranks.slice(0, at), [id], ...ranks.slice(at)];
}
