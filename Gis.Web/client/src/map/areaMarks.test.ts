import { expect, test } from 'vitest';
import { openIn } from './areaMarks';

test('the open points of a cell are those of all tiers, and a tier it has none of counts nothing', () => {
  expect(openIn({ count: 9, centres: 1, centres_open: 1, rooms: 8, rooms_open: 5 })).toBe(6);
  expect(openIn({ count: 3, stations: 3 })).toBe(0);
});
