import { expect, test } from 'vitest';
import { minutes } from './classes';
import { readForm, readQuestion, writeJourney, writeQuestion } from './question';

const query = 'mode=e-bike&limit=45&tiers=centre,room&with=a-1,b-2&without=c-3';

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
