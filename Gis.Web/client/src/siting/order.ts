/** One step of an order of building, as the API gives it. */
export interface OrderStep {
  readonly step: number;
  readonly site: string;
  readonly name: string;
  readonly area: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly covered: number;
  readonly added: number;
}

export interface Order {
  readonly standing: number;
  readonly steps: readonly OrderStep[];
  /** After which step each village is first covered, by its code; those never covered are not there. */
  readonly villages: Readonly<Record<string, number>>;
}

export type Sentence = (parts: { step: number; name: string; added: string; covered: string }) => string;

const written = (count: number) => Math.round(count).toLocaleString('en-US');

/** What the page says of a step; of none before the first. */
export function describeStep(order: Order, step: number, before: (covered: string) => string, at: Sentence): string {
  const found = order.steps[step - 1];
  if (!found) return before(written(order.standing));
  return at({ step, name: found.name, added: written(found.added), covered: written(found.covered) });
}

/** The step after one when playing: from the end it begins anew. */
export const nextStep = (step: number, last: number): number => (step >= last ? 0 : step + 1);
