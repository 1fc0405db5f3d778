import { expect, test } from 'vitest';
import { mostSteps, Steps } from './steps';

const asked = (...questions: string[]) => {
  const [first = '', ...rest] = questions;
  const steps = new Steps(first);
  for (const question of rest) steps.put(question);
  return steps;
};

test('undo goes back exactly as far as was gone, and redo comes again', () => {
  const steps = asked('a', 'b', 'c');
  expect([steps.undo(), steps.undo(), steps.undo()]).toEqual(['b', 'a', undefined]);
  expect([steps.redo(), steps.redo(), steps.redo()]).toEqual(['b', 'c', undefined]);
});

test('what is asked after an undo ends what could have been redone', () => {
  const steps = asked('a', 'b', 'c');
  steps.undo();
  steps.put('d');
  expect(steps.canRedo).toBe(false);
  expect([steps.undo(), steps.undo()]).toEqual(['b', 'a']);
});

test('fifty steps are kept and the oldest goes first', () => {
  const steps = asked('q0');
  for (let n = 1; n <= mostSteps + 1; n++) steps.put(`q${n}`);
  let last: string | undefined;
  for (let n = 0; n < mostSteps; n++) last = steps.undo();
  expect(last).toBe('q1');
  expect(steps.canUndo).toBe(false);
});

test('one drag is one step, and two drags are two', () => {
  const steps = asked('30');
  for (const limit of ['35', '40', '45']) steps.put(limit, 'limit');
  steps.endGesture();
  steps.put('50', 'limit');
  expect([steps.undo(), steps.undo()]).toEqual(['45', '30']);
});

test('the same question again is no step', () => {
  const steps = asked('a', 'a');
  expect(steps.canUndo).toBe(false);
});

test('the back button of the browser is an undo', () => {
  const steps = asked('a', 'b', 'c');
  steps.put('b');
  expect(steps.canRedo).toBe(true);
  expect(steps.redo()).toBe('c');
});

test('a drag back to where it began is still a step that can be taken back', () => {
  const steps = asked('30', '60');
  steps.put('30', 'limit');
  expect(steps.undo()).toBe('60');
});

test('steps outlive a reload of the same question, and no other', () => {
  const written = asked('a', 'b', 'c').write();
  expect(Steps.read(written, 'c').undo()).toBe('b');
  expect(Steps.read(written, 'x').canUndo).toBe(false);
  expect(Steps.read(null, 'x').canUndo).toBe(false);
});
