import { featureFilter } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { readChanges } from '../coverage/changes';
import { featuresOf, hatched } from './changeFeatures';

const changes = (items: string) => {
  document.body.innerHTML = `<ul>${items}</ul>`;
  return readChanges(document.body);
};

const opened =
  '<li data-change="opened" data-point="room-1" data-tier="room" data-open="true" data-area="640104001001" data-at="106.1_38.1" data-from="106.1_38.1"></li>';
const moved =
  '<li data-change="moved" data-point="room-2" data-tier="room" data-open="true" data-area="640104001002" data-at="106.2_38.2" data-from="106.1_38.1"></li>';
const unlocated =
  '<li data-change="closed" data-point="room-3" data-tier="room" data-area="640104001003" data-at="" data-from=""></li>';

test('a change stands where it is supposed', () => {
  expect(featuresOf(changes(opened)).map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [106.1, 38.1] },
  ]);
});

test('a moved point shows where it comes from and the way', () => {
  expect(featuresOf(changes(moved)).map(({ properties }) => properties.kind)).toEqual(['way', 'left', 'moved']);
});

test('a point serves where it is moved to, and no longer where it comes from', () => {
  expect(featuresOf(changes(moved)).map(({ properties }) => properties.open)).toEqual([true, false, true]);
  expect(featuresOf(changes(moved.replace('data-open="true"', ''))).some(({ properties }) => properties.open)).toBe(
    false,
  );
});

test('what is not located is not on the map', () => {
  expect(featuresOf(changes(unlocated))).toEqual([]);
});

test('a cell whose room is taken as built is hatched no more', () => {
  const filter = featureFilter(hatched(changes(opened)) as never, 'filter');
  const isHatched = (code: string) =>
    filter.filter({ zoom: 10 } as never, { type: 3, properties: { code, unbuilt: true } } as never);
  expect([isHatched('640104001001'), isHatched('640104001002')]).toEqual([false, true]);
});
