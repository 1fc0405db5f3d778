import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { chineseLocale } from './locale';
import { coverageStyle } from './style';

const set = { tiles: ['/tiles/areas/{z}/{x}/{y}.mvt'], bounds: [105, 37, 107, 39] as [number, number, number, number] };
const style = coverageStyle({ areas: set, points: set, river: set });

test('the style of the map is valid', () => {
  expect(validateStyleMin(style)).toEqual([]);
});

test('cells that stand for many points are drawn with their number, beneath the signs of single points', () => {
  const drawn = style.layers.filter((layer) => 'source-layer' in layer && layer['source-layer'] === 'point_cells');
  expect(drawn.map((layer) => layer.type)).toEqual(['circle', 'symbol']);
  const places = style.layers.map((layer) => layer.id);
  expect(places.indexOf('point-cell-counts')).toBeLessThan(places.indexOf('rooms'));
});

test('a path of this server is given with its host', () => {
  expect(style.sources.areas).toMatchObject({ tiles: [`${location.origin}/tiles/areas/{z}/{x}/{y}.mvt`] });
});

test('all that MapLibre says has a Chinese wording', async () => {
  const { default: library } = await import('../../node_modules/maplibre-gl/dist/maplibre-gl-dev.mjs?raw');
  const keys = [...library.matchAll(/^\s*"([A-Z]\w+\.[A-Z]\w+)": "/gm)].map((found) => found[1]);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !(String(key) in chineseLocale))).toEqual([]);
});
