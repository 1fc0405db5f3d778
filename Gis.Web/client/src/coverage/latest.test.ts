import { expect, test } from 'vitest';
import { latestOnly } from './latest';

function slowly() {
  const pending: {
    asked: string;
    signal: AbortSignal;
    answer: (text: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const shown: string[] = [];
  const ask = latestOnly(
    (asked: string, signal) =>
      new Promise<string>((answer, fail) => {
        pending.push({ asked, signal, answer, fail });
      }),
    (answer) => shown.push(answer),
  );
  return { ask, pending, shown };
}

test('a new question aborts the one before', () => {
  const { ask, pending } = slowly();
  void ask('first');
  void ask('second');
  expect(pending.map((request) => request.signal.aborted)).toEqual([true, false]);
});

test('an answer that overtakes the newer one is not shown', async () => {
  const { ask, pending, shown } = slowly();
  const both = [ask('first'), ask('second')];
  pending[1]?.answer('two');
  pending[0]?.answer('one');
  await Promise.all(both);
  expect(shown).toEqual(['two']);
});

test('an aborted request is no failure, a broken one is', async () => {
  const { ask, pending } = slowly();
  const first = ask('first');
  const second = ask('second');
  pending[0]?.fail(new Error('aborted'));
  pending[1]?.fail(new Error('no network'));
  await expect(first).resolves.toBeUndefined();
  await expect(second).rejects.toThrow('no network');
});
