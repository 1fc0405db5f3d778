import { describe, expect, it } from 'vitest';
import { drop, placesOf, readRanks, step } from './ranks';

const ranks = [['a'], ['b', 'c'], ['d']];

describe('wishes in order', () => {
  it('are read from numbers, the same number making equals and gaps closing', () => {
    expect(
      readRanks([
        ['d', '9'],
        ['a', '1'],
        ['b', ' 4 '],
        ['c', '4'],
        ['e', ''],
        ['f', '0'],
        ['g', '1.5'],
        ['h', 'x'],
      ]),
    ).toEqual(ranks);
  });

  it('give their numbers back', () => {
    expect([...placesOf(ranks)]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('move past the rank before or after', () => {
    expect(step(ranks, 'd', -1)).toEqual([['a'], ['d'], ['b', 'c']]);
    expect(step(ranks, 'a', 1)).toEqual([['b', 'c'], ['a'], ['d']]);
  });

  it('leave their equals before they pass anybody', () => {
    expect(step(ranks, 'c', -1)).toEqual([['a'], ['c'], ['b'], ['d']]);
    expect(step(ranks, 'b', 1)).toEqual([['a'], ['c'], ['b'], ['d']]);
  });

  it('stay where they are at either end', () => {
    expect(step(ranks, 'a', -1)).toBe(ranks);
    expect(step(ranks, 'd', 1)).toBe(ranks);
    expect(step(ranks, 'x', 1)).toBe(ranks);
  });

  it('are dropped before or after another, as a rank of their own', () => {
    expect(drop(ranks, 'd', 'a', false)).toEqual([['d'], ['a'], ['b', 'c']]);
    expect(drop(ranks, 'a', 'b', true)).toEqual([['b', 'c'], ['a'], ['d']]);
    expect(drop(ranks, 'a', 'a', true)).toBe(ranks);
    expect(drop(ranks, 'a', 'x', true)).toBe(ranks);
  });
});
