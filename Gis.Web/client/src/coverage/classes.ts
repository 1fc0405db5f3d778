import type { ExpressionSpecification } from 'maplibre-gl';

/** Minutes of travel; a number without this mark is not taken for them. */
declare const unit: unique symbol;
export type Minutes = number & { readonly [unit]: 'minutes' };
export const minutes = (value: number): Minutes => value as Minutes;

/** 1 to 3 are within the limit, 4 is up to twice the limit, 5 beyond that or unreachable. */
export type ReachClass = 1 | 2 | 3 | 4 | 5;

export const classColours: Readonly<Record<ReachClass, string>> = {
  1: '#225EA8',
  2: '#41B6C4',
  3: '#C7E9B4',
  4: '#FDC98B',
  5: '#E8875A',
};

export const noDataColour = '#C9CCD1';

// The upper edge of each class as a multiple of the limit; the edge itself belongs to the nearer class.
const edges: readonly [number, number, ReachClass][] = [
  [1, 3, 1],
  [2, 3, 2],
  [1, 1, 3],
  [2, 1, 4],
];

/** The class of a village; without minutes it reaches no open point. */
export function classOf(time: Minutes | undefined, limit: Minutes): ReachClass {
  if (time === undefined) return 5;
  return edges.find(([times, parts]) => time <= (limit * times) / parts)?.[2] ?? 5;
}

/**
 * The same classes as a paint expression. The minutes are the village's feature state and the limit is the map's
 * global state, so that a new limit recolours every cell without touching any of them.
 */
export function classColour(): ExpressionSpecification {
  const time = ['feature-state', 'minutes'];
  const cases = edges.flatMap(([times, parts, reachClass]) => [
    ['<=', time, ['/', ['*', ['global-state', 'limit'], times], parts]],
    classColours[reachClass],
  ]);
  const unreachable = ['case', ['to-boolean', ['global-state', 'answered']], classColours[5], noDataColour];
  return ['case', ['==', time, null], unreachable, ...cases, classColours[5]] as unknown as ExpressionSpecification;
}
