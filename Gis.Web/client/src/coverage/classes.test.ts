import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { classColour, classColours, classOf, minutes, noDataColour, type ReachClass } from './classes';

const limit = minutes(30);
const borders: [number, ReachClass][] = [
  [0, 1],
  [10, 1],
  [10.01, 2],
  [20, 2],
  [20.01, 3],
  [30, 3],
  [30.01, 4],
  [60, 4],
  [60.01, 5],
];

test.each(borders)('%f minutes of a limit of 30 fall into class %i', (time, expected) => {
  expect(classOf(minutes(time), limit)).toBe(expected);
});

test('a village that reaches no open point is in the farthest class', () => {
  expect(classOf(undefined, limit)).toBe(5);
});

test('a third of a limit that does not divide evenly still belongs to the nearest class', () => {
  expect(classOf(minutes(25 / 3), minutes(25))).toBe(1);
  expect(classOf(minutes(50 / 3), minutes(25))).toBe(2);
});

function paint(time: number | undefined, answered: boolean): string {
  const made = createExpression(classColour(), 'classes');
  if (made.result === 'error') throw new Error(JSON.stringify(made.value));
  const state = time === undefined ? {} : { minutes: time };
  const globals = { zoom: 9, globalState: { limit: 30, answered } };
  return String(made.value.evaluate(globals, { type: 'Polygon', properties: {} }, state));
}

test.each(borders)('the map paints %f minutes as class %i', (time, expected) => {
  expect(paint(time, true)).toBe(classColours[expected]);
});

test('a cell without minutes is grey until the answer is there, and out of reach afterwards', () => {
  expect(paint(undefined, false)).toBe(noDataColour);
  expect(paint(undefined, true)).toBe(classColours[5]);
});
