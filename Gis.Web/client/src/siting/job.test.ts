import { afterEach, describe, expect, it, vi } from 'vitest';
import { followJob, type Job } from './job';

class FakeEvents {
  static opened: FakeEvents | undefined;
  onmessage: ((event: { data: string }) => Promise<void>) | undefined;
  onerror: (() => void) | undefined;
  closed = false;

  constructor(readonly address: string) {
    FakeEvents.opened = this;
  }

  close(): void {
    this.closed = true;
  }

  tell(state: Job['state']): Promise<void> | undefined {
    return this.onmessage?.({ data: JSON.stringify({ state }) });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a job that is followed', () => {
  it('is told of by its events until it ends', async () => {
    vi.stubGlobal('EventSource', FakeEvents);
    const told: string[] = [];
    const followed = followJob('/api/jobs/1', async ({ state }) => void told.push(state));
    await FakeEvents.opened?.tell('waiting');
    await FakeEvents.opened?.tell('running');
    await FakeEvents.opened?.tell('done');
    await followed;
    expect(told).toEqual(['waiting', 'running', 'done']);
    expect(FakeEvents.opened?.address).toBe('/api/jobs/1/events');
    expect(FakeEvents.opened?.closed).toBe(true);
  });

  it('is asked for again and again when its events break off, also while nobody answers', async () => {
    vi.stubGlobal('EventSource', FakeEvents);
    vi.useFakeTimers();
    const answers = [
      new Response(JSON.stringify({ state: 'running' })),
      undefined,
      new Response(JSON.stringify({ state: 'cancelled' })),
    ];
    vi.stubGlobal('fetch', () => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('nobody answers'));
    });
    const told: string[] = [];
    const followed = followJob('/api/jobs/1', async ({ state }) => void told.push(state));
    FakeEvents.opened?.onerror?.();
    await vi.advanceTimersByTimeAsync(10_000);
    await followed;
    expect(told).toEqual(['running', 'cancelled']);
  });

  it('tells of the end also when it comes while earlier news are being shown', async () => {
    vi.stubGlobal('EventSource', FakeEvents);
    const told: string[] = [];
    let shown = () => {};
    const followed = followJob('/api/jobs/1', ({ state }) => {
      told.push(state);
      return state === 'running' ? new Promise((resolve) => (shown = resolve)) : Promise.resolve();
    });
    void FakeEvents.opened?.tell('running');
    void FakeEvents.opened?.tell('running');
    void FakeEvents.opened?.tell('done');
    shown();
    await followed;
    expect(told).toEqual(['running', 'done']);
  });
});
