import { readPlace } from './question';

/** One change of the network as the list of changes in the page has it. */
export interface NetworkChange {
  readonly kind: string;
  readonly point: string;
  readonly tier: string;
  readonly area: string;
  readonly open: boolean;
  readonly at: [number, number] | undefined;
  readonly from: [number, number] | undefined;
}

const place = (written: string | undefined) => (written ? readPlace(written) : undefined);

/** The changes that the answer in the page supposes. */
export function readChanges(root: ParentNode): NetworkChange[] {
  return [...root.querySelectorAll<HTMLElement>('[data-change]')].map(({ dataset }) => ({
    kind: dataset.change ?? '',
    point: dataset.point ?? '',
    tier: dataset.tier ?? '',
    area: dataset.area ?? '',
    open: dataset.open === 'true',
    at: place(dataset.at),
    from: place(dataset.from),
  }));
}
