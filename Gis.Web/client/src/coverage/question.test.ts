import { expect, test } from 'vitest';
import { minutes } from './classes';
import { readForm, readPlace, readQuestion, writeForm, writeJourney, writePlace, writeQuestion } from './question';

const query =
  'mode=e-bike&limit=45&tiers=centre,room&with=a-1,b-2&without=c-3' +
  '&move=d-4@106.230000_38.480000&add=room@106.100000_38.500000,station@106.200000_38.500000&weigh=villages';

test('a question read from a link is written as the same link', () => {
  expect(writeQuestion(readQuestion(new URLSearchParams(query)))).toBe(query);
});

test('fields given several times read as fields with commas', () => {
  const several = new URLSearchParams('mode=car&limit=20&tiers=centre&tiers=station');
  expect(readQuestion(several).tiers).toEqual(['centre', 'station']);
});

test('an empty link asks for thirty minutes on foot', () => {
  expect(readQuestion(new URLSearchParams())).toMatchObject({ mode: 'walk', limit: minutes(30) });
});

test('the minutes do not depend on the limit', () => {
  const asked = (limit: number) => writeJourney(readQuestion(new URLSearchParams(query.replace('45', String(limit)))));
  expect(asked(5)).toBe(asked(120));
  expect(asked(5)).not.toContain('limit');
});

test('the form gives the question that is ticked in it', () => {
  document.body.innerHTML = `<form>
    <input type="radio" name="mode" value="walk"><input type="radio" name="mode" value="bus" checked>
    <input type="range" name="limit" min="5" max="120" step="5" value="60">
    <input type="checkbox" name="tiers" value="centre" checked><input type="checkbox" name="tiers" value="room">
  </form>`;
  expect(writeQuestion(readForm(document.querySelector('form') as HTMLFormElement))).toBe(
    'mode=bus&limit=60&tiers=centre',
  );
});

test('a form set to a question gives it back, and nothing of the one before', () => {
  document.body.innerHTML = `<form>
    <input type="radio" name="mode" value="walk" checked><input type="radio" name="mode" value="e-bike">
    <input type="range" min="5" max="120" step="5" value="60"><input type="number" name="limit" value="60" step="any">
    <input type="checkbox" name="tiers" value="centre" checked><input type="checkbox" name="tiers" value="room">
    <input type="radio" name="weigh" value="residents" checked><input type="radio" name="weigh" value="villages">
    <input type="hidden" name="without" value="z-9">
  </form>`;
  const form = document.querySelector('form') as HTMLFormElement;
  writeForm(form, readQuestion(new URLSearchParams(query)));
  expect(writeQuestion(readForm(form))).toBe(query);
  const plain = 'mode=walk&limit=30&tiers=centre,room';
  writeForm(form, readQuestion(new URLSearchParams(plain)));
  expect(writeQuestion(readForm(form))).toBe(plain);
});

test('a place is written with six decimals, longitude first', () => {
  expect(writePlace(106.2300004, 38.48)).toBe('106.230000_38.480000');
  expect(readPlace('106.230000_38.480000')).toEqual([106.23, 38.48]);
});
