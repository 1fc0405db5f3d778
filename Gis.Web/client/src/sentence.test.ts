import { describe, expect, it } from 'vitest';
import { fill } from './sentence';

describe('a sentence', () => {
  it('takes its values, and keeps holes that have none', () => {
    expect(fill('About {0} m ({1} m)', 120, 30)).toBe('About 120 m (30 m)');
    expect(fill('{0} {2}', 'a')).toBe('a {2}');
  });
});
