import { describe, expect, it } from 'vitest';
import { describeStep, nextStep, type Order } from './order';

const order: Order = {
  standing: 1000,
  steps: [
    {
      step: 1,
      site: 'room-1',
      name: '东村工作室',
      area: '640104100201',
      longitude: 106,
      latitude: 38,
      covered: 3500,
      added: 2500,
    },
  ],
  villages: {},
};
const before = (covered: string) => `today ${covered}`;
const at = ({ step, name, added, covered }: { step: number; name: string; added: string; covered: string }) =>
  `${step} ${name} +${added} = ${covered}`;

describe('what is said of a step', () => {
  it('is what stands before the first', () => expect(describeStep(order, 0, before, at)).toBe('today 1,000'));
  it('names what is built and whom it brings', () =>
    expect(describeStep(order, 1, before, at)).toBe('1 东村工作室 +2,500 = 3,500'));
});

describe('playing', () => {
  it('goes on by one', () => expect(nextStep(3, 5)).toBe(4));
  it('begins anew after the last', () => expect(nextStep(5, 5)).toBe(0));
});
