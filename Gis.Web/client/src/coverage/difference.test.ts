import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { coverageStyle } from '../map/style';
import { noDataColour } from './classes';
import { type Colours, changeColour, changeKinds } from './difference';

const colours: Colours = {
  gained: '#0000ff',
  sooner: '#8888ff',
  unchanged: '#eeeeee',
  later: '#ffaa66',
  lost: '#aa5500',
};

const painted = (state: object) => {
  const expression = createExpression(
    changeColour(colours) as never,
    'fill-color' as never,
    {
      type: 'color',
      'property-type': 'data-driven',
      expression: { interpolated: false, parameters: ['zoom', 'feature', 'feature-state'] },
    } as never,
  );
  if (expression.result !== 'success') throw new Error(JSON.stringify(expression.value));
  return String(expression.value.evaluate({ zoom: 10 } as never, { type: 3, properties: {} } as never, state as never));
};

test('the style of the map of a difference is valid', () => {
  const set = { tiles: ['/tiles/areas/{z}/{x}/{y}.mvt'] };
  expect(validateStyleMin(coverageStyle({ areas: set, points: set, river: set }, 1, changeColour(colours)))).toEqual(
    [],
  );
});

test('every change has its colour, and a village without one has that of no data', () => {
  const all = changeKinds.map((change) => painted({ change }));
  expect(new Set(all).size).toBe(changeKinds.length);
  expect(painted({})).not.toBe(painted({ change: 'unchanged' }));
  expect(noDataColour).toMatch(/^#/);
});
