import { expect, test, vi } from 'vitest';

vi.mock('./cityMap', () => ({}));

const { pageOf } = await import('./citiesMap');

test('a point of any city leads to its page below the code of the city', () => {
  document.documentElement.lang = 'zh-CN';
  expect(pageOf({ id: 'station-640202100', area: '640202100' })).toBe('/640200/sites/station-640202100');
  document.documentElement.lang = 'en';
  expect(pageOf({ id: 'centre-110101', area: '110101' })).toBe('/110100/en/sites/centre-110101');
});
