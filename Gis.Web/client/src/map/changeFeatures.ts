import type { FilterSpecification } from 'maplibre-gl';
import type { NetworkChange } from '../coverage/changes';

type Place = [number, number];
type Geometry = { type: 'Point'; coordinates: Place } | { type: 'LineString'; coordinates: Place[] };

export interface ChangeFeature {
  readonly type: 'Feature';
  readonly properties: { readonly kind: string; readonly id: string; readonly tier: string; readonly open: boolean };
  readonly geometry: Geometry;
}

/** The changes as the map draws them: each at its place, a moved point also where it comes from and the way between. */
export function featuresOf(changes: readonly NetworkChange[]): ChangeFeature[] {
  return changes.flatMap(({ kind, point, tier, open, at, from }) => {
    if (!at) return [];
    const feature = (of: string, geometry: Geometry): ChangeFeature => ({
      type: 'Feature',
      properties: { kind: of, id: point, tier, open: open && of !== 'left' },
      geometry,
    });
    const there = feature(kind, { type: 'Point', coordinates: at });
    if (kind !== 'moved' || !from) return [there];
    return [
      feature('way', { type: 'LineString', coordinates: [from, at] }),
      feature('left', { type: 'Point', coordinates: from }),
      there,
    ];
  });
}

/** Which cells are hatched: those whose room is not built, but not where a question takes it as built. */
export function hatched(changes: readonly NetworkChange[]): FilterSpecification {
  const built = changes.filter(({ kind }) => kind === 'opened').map(({ area }) => area);
  return ['all', ['to-boolean', ['get', 'unbuilt']], ['!', ['in', ['get', 'code'], ['literal', built]]]];
}
