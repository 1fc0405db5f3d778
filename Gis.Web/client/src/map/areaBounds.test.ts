import { expect, test } from 'vitest';
import { AreaBounds } from './areaBounds';

const square = (code: string, west: number, south: number) => ({
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south],
      ],
    ],
  },
});

test('a county reaches over all villages whose code begins with its own', () => {
  const bounds = new AreaBounds();
  bounds.add([square('640104001001', 0, 0), square('640104002001', 4, 4), square('640105001001', 9, 9)]);
  expect(bounds.of('640104')).toEqual([0, 0, 5, 5]);
  expect(bounds.villagesIn('640104')).toHaveLength(2);
});

test('a village cut by the edge of a tile is put together again', () => {
  const bounds = new AreaBounds();
  bounds.add([square('640104001001', 0, 0), square('640104001001', 1, 0)]);
  expect(bounds.of('640104001001')).toEqual([0, 0, 2, 1]);
});

test('an area that is not on the map has no bounds', () => {
  expect(new AreaBounds().of('640104')).toBeUndefined();
});
