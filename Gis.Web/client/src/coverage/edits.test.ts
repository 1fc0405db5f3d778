import { expect, test } from 'vitest';
import { applyEdit } from './edits';
import { isAsItIs, readQuestion, writeQuestion } from './question';

const plain = 'mode=walk&limit=30&tiers=centre,station,room';
const after = (query: string, ...edits: string[]) =>
  writeQuestion(edits.reduce(applyEdit, readQuestion(new URLSearchParams(query))));

test('a room not built is opened, a built one closed, and each put back', () => {
  expect(after(plain, 'open:room-2', 'open:room-1')).toBe(`${plain}&with=room-1,room-2`);
  expect(after(plain, 'close:room-3')).toBe(`${plain}&without=room-3`);
  expect(after(plain, 'close:room-3', 'restore:room-3')).toBe(plain);
});

test('opening what was closed does both', () => {
  expect(after(`${plain}&without=room-1`, 'open:room-1')).toBe(`${plain}&with=room-1`);
});

test('a point moves, moves again, and stays after all', () => {
  const moved = after(plain, 'move:room-1@106.100000_38.500000', 'move:room-1@106.200000_38.500000');
  expect(moved).toBe(`${plain}&move=room-1@106.200000_38.500000`);
  expect(after(moved, 'stay:room-1')).toBe(plain);
});

test('a supposed point is moved where it is named, and dropped alone', () => {
  const two = after(plain, 'add:room@106.100000_38.500000', 'add:station@106.200000_38.500000');
  expect(two).toBe(`${plain}&add=room@106.100000_38.500000,station@106.200000_38.500000`);
  expect(after(two, 'move:new-2@106.3_38.6')).toBe(`${plain}&add=room@106.100000_38.500000,station@106.3_38.6`);
  expect(after(two, 'drop:new-1')).toBe(`${plain}&add=station@106.200000_38.500000`);
});

test('back to as it is leaves mode, limit, tiers and who counts', () => {
  const changed = 'mode=car&limit=20&tiers=room&with=a&without=b&move=c@1_2&add=room@1_2&weigh=villages';
  const reset = after(changed, 'reset');
  expect(reset).toBe('mode=car&limit=20&tiers=room&weigh=villages');
  expect(isAsItIs(readQuestion(new URLSearchParams(reset)))).toBe(true);
});

test('an edit nobody knows is an error', () => {
  expect(() => after(plain, 'burn:room-1')).toThrow('burn');
});
