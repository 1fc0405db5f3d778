import { expect, it } from 'vitest';
import { textOf } from './hear';

it('reads headings, sentences and lists in order, and nothing to press or hidden', () => {
  document.body.innerHTML =
    '<main><nav><p>位置</p></nav><h1>立岗镇站</h1><p hidden>藏</p><ul><li><p>法律咨询</p></li></ul><form><p>填</p></form><p>  今天\n开门 </p></main>';
  expect(textOf(document.querySelector('main'))).toBe('立岗镇站。\n法律咨询。\n今天 开门');
  expect(textOf(null)).toBe('');
});
