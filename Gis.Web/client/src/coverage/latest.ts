/**
 * Runs only the newest of overlapping requests: a new one aborts the one before, and an answer that comes late all the
 * same is dropped, so that what is shown always belongs to what was asked last.
 */
export function latestOnly<Asked, Answer>(
  ask: (asked: Asked, signal: AbortSignal) => Promise<Answer>,
  show: (answer: Answer, asked: Asked) => void,
): (asked: Asked) => Promise<void> {
  let current: AbortController | undefined;
  return async (asked) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    try {
      const answer = await ask(asked, mine.signal);
      if (current === mine) show(answer, asked);
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    }
  };
}
