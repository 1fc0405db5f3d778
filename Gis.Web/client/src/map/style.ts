import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { classColour } from '../coverage/classes';

/** What a tile set says of itself (TileJSON). */
export interface TileSet {
  readonly tiles: string[];
  readonly bounds?: [number, number, number, number];
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly attribution?: string;
  readonly base?: BaseMap;
}

/** The map of another house that ours is drawn on. */
export interface BaseMap {
  /** Templates of picture tiles: the map, then its names where they are apart. */
  readonly pictures?: string[];
  /** A PMTiles file of pictures. */
  readonly archive?: string;
  readonly maxzoom: number;
  readonly attribution: string;
  readonly review: string;
  readonly silent: string;
}

export interface TileSets {
  readonly areas: TileSet;
  readonly points: TileSet;
  readonly river: TileSet;
}

const ink = '#1b1b1b';
const joint = '#ffffff';

const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': '#F4F3EF' } };

const cells = (fill: ExpressionSpecification): LayerSpecification[] => [
  ground,
  {
    id: 'villages',
    type: 'fill',
    source: 'areas',
    'source-layer': 'villages',
    paint: { 'fill-color': fill, 'fill-antialias': false },
  },
  {
    id: 'unbuilt',
    type: 'fill',
    source: 'areas',
    'source-layer': 'villages',
    filter: ['to-boolean', ['get', 'unbuilt']],
    paint: { 'fill-pattern': 'hatch' },
  },
  {
    id: 'village-joints',
    type: 'line',
    source: 'areas',
    'source-layer': 'villages',
    paint: { 'line-color': joint, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 12, 1.2] },
  },
  {
    id: 'township-joints',
    type: 'line',
    source: 'areas',
    'source-layer': 'townships',
    paint: { 'line-color': joint, 'line-width': 1.4 },
  },
];

const water: LayerSpecification[] = [
  {
    id: 'river-area',
    type: 'fill',
    source: 'river',
    'source-layer': 'river',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '#A9CFE8' },
  },
  {
    id: 'river-line',
    type: 'line',
    source: 'river',
    'source-layer': 'river',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': '#A9CFE8', 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 4, 12, 10] },
  },
  {
    id: 'crossings',
    type: 'circle',
    source: 'river',
    'source-layer': 'crossings',
    paint: {
      'circle-radius': 3,
      'circle-color': '#ffffff',
      'circle-stroke-color': '#2F6F9F',
      'circle-stroke-width': 2,
    },
  },
];

const marks: LayerSpecification[] = [
  {
    id: 'county-joints',
    type: 'line',
    source: 'areas',
    'source-layer': 'counties',
    paint: { 'line-color': '#4a5361', 'line-width': 1.2 },
  },
  {
    id: 'chosen',
    type: 'line',
    source: 'areas',
    'source-layer': 'villages',
    paint: {
      'line-color': ['case', ['to-boolean', ['feature-state', 'selected']], '#B3261E', ink],
      'line-width': [
        'case',
        ['any', ['to-boolean', ['feature-state', 'hovered']], ['to-boolean', ['feature-state', 'selected']]],
        3,
        0,
      ],
    },
  },
];

const signs = (id: string, tier: string, minzoom: number): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'points',
  'source-layer': 'points',
  minzoom,
  filter: ['==', ['get', 'tier'], tier],
  layout: {
    'icon-image': [
      'concat',
      ['get', 'tier'],
      [
        'case',
        ['to-boolean', ['get', 'open']],
        '-built',
        ['==', ['get', 'stage'], 'building'],
        '-building',
        '-unbuilt',
      ],
      ['case', ['to-boolean', ['get', 'illustrative']], '-illustrative', ''],
    ],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 12, 1.1],
  },
});

/** Where points are too many to be shown one by one their tiles have cells: discs by how many, and the number. */
const crowds = (larger: number): LayerSpecification[] => [
  {
    id: 'point-cells',
    type: 'circle',
    source: 'points',
    'source-layer': 'point_cells',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 3, 20, 14],
      'circle-color': '#ffffff',
      'circle-opacity': 0.85,
      'circle-stroke-color': ink,
      'circle-stroke-width': 1.2,
    },
  },
  {
    id: 'point-cell-counts',
    type: 'symbol',
    source: 'points',
    'source-layer': 'point_cells',
    filter: ['>', ['get', 'count'], 1],
    layout: {
      'text-field': ['to-string', ['get', 'count']],
      'text-font': ['sans-serif'],
      'text-size': 11 * larger,
      'symbol-sort-key': ['-', ['get', 'count']],
    },
    paint: { 'text-color': ink, 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
  },
];

const where = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/** What a question changes: where a moved point comes from, a ring round each change, and its sign as it is supposed. */
const changed: LayerSpecification[] = [
  {
    id: 'change-ways',
    type: 'line',
    source: 'changes',
    filter: where('way'),
    paint: { 'line-color': ink, 'line-width': 1.6, 'line-dasharray': [2, 2] },
  },
  {
    id: 'change-rings',
    type: 'circle',
    source: 'changes',
    // What was built in earlier steps is there and no longer news.
    filter: ['all', ['==', ['geometry-type'], 'Point'], ['!=', ['get', 'kind'], 'built']],
    paint: {
      'circle-radius': 12,
      'circle-color': '#ffffff',
      'circle-opacity': 0.85,
      'circle-stroke-width': 3,
      'circle-stroke-color': ['match', ['get', 'kind'], ['closed', 'left'], '#B85C00', '#0B57D0'],
    },
  },
  {
    id: 'change-signs',
    type: 'symbol',
    source: 'changes',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'icon-image': ['concat', ['get', 'tier'], ['case', ['to-boolean', ['get', 'open']], '-built', '-unbuilt']],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

const labels = (level: string, minzoom: number, size: number, source = 'areas'): LayerSpecification => ({
  id: `${level}-labels`,
  type: 'symbol',
  source,
  'source-layer': 'labels',
  minzoom,
  filter: ['==', ['get', 'level'], level],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': ['sans-serif'],
    'text-size': size,
    'text-padding': 6,
    'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
    'text-radial-offset': 0.6,
  },
  paint: { 'text-color': ink, 'text-halo-color': 'rgba(255, 255, 255, 0.9)', 'text-halo-width': 2 },
});

// A path alone is of this server; MapLibre's worker has no page to resolve it against.
export const absolute = (address: string) => (address.startsWith('/') ? location.origin + address : address);

function sourceOf(set: TileSet, promoted?: string): SourceSpecification {
  return {
    type: 'vector',
    tiles: set.tiles.map(absolute),
    ...(set.bounds && { bounds: set.bounds }),
    ...(set.minzoom !== undefined && { minzoom: set.minzoom }),
    ...(set.maxzoom !== undefined && { maxzoom: set.maxzoom }),
    ...(set.attribution && { attribution: set.attribution }),
    ...(promoted && { promoteId: promoted }),
  };
}

/** The style of a map of the city, its cells filled by minutes unless said otherwise. */
export function coverageStyle(sets: TileSets, larger = 1, fill = classColour()): StyleSpecification {
  return {
    version: 8,
    sources: {
      areas: sourceOf(sets.areas, 'code'),
      points: sourceOf(sets.points, 'id'),
      river: sourceOf(sets.river),
      changes: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      ...cells(fill),
      ...water,
      ...marks,
      ...crowds(larger),
      signs('rooms', 'room', 9),
      signs('stations', 'station', 0),
      signs('centres', 'centre', 0),
      ...changed,
      labels('village', 12.5, 12 * larger),
      labels('township', 9.5, 13 * larger),
      labels('county', 0, 17 * larger),
    ],
  };
}

/** The style of a map of all cities: points and names, and no areas. */
export function citiesStyle(points: TileSet, names: TileSet, larger = 1): StyleSpecification {
  return {
    version: 8,
    sources: { points: sourceOf(points, 'id'), labels: sourceOf(names) },
    layers: [
      ground,
      ...crowds(larger),
      signs('rooms', 'room', 9),
      signs('stations', 'station', 0),
      signs('centres', 'centre', 0),
      labels('village', 12.5, 12 * larger, 'labels'),
      labels('township', 10, 13 * larger, 'labels'),
      labels('county', 7, 15 * larger, 'labels'),
    ],
  };
}
