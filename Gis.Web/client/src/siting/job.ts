/** How far a job is, as the API tells it. */
export interface Job {
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
}

const pause = 2000;

export const isUnderWay = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

/**
 * Follows a job until it ends: by its events, and where these do not come through by asking again and again.
 *
 * @param address The job's address in the API.
 * @param told What to do with each news; the next is waited for only after it.
 */
export async function followJob(address: string, told: (job: Job) => Promise<void>): Promise<void> {
  try {
    await listen(address, told);
  } catch {
    await poll(address, told);
  }
}

function listen(address: string, told: (job: Job) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${address}/events`);
    let busy = false;
    let ended = false;
    events.onmessage = async ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job;
      ended ||= !isUnderWay(job);
      // News that come while the last are being shown are passed over, but never the end.
      if (busy && !ended) return;
      busy = true;
      if (ended) events.close();
      await told(job).catch(reject);
      busy = false;
      if (ended) resolve();
    };
    events.onerror = () => {
      if (ended) return;
      events.close();
      reject(new Error('The events broke off'));
    };
  });
}

async function poll(address: string, told: (job: Job) => Promise<void>): Promise<void> {
  for (;;) {
    const response = await fetch(address).catch(() => undefined);
    // A server that is started anew answers again in a while, and the job goes on.
    if (response?.ok) {
      const job = (await response.json()) as Job;
      await told(job);
      if (!isUnderWay(job)) return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
