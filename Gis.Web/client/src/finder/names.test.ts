import { describe, expect, it } from 'vitest';
import { findByName } from './names';
import { town } from './town';

const first = (text: string) => findByName(town, text, 5)[0]?.name;

describe('searching without a network', () => {
  it('finds a name, its start and its middle, the shortest first', () => {
    expect(first('兰光村')).toBe('兰光村');
    expect(first('兰光')).toBe('兰光村');
    expect(first('光村')).toBe('兰光村');
  });

  it('finds pinyin with tones and spaces or without, its start and its initials', () => {
    expect(first('lanGuang cun')).toBe('兰光村');
    expect(first('lán guāng')).toBe('兰光村');
    expect(first('lgc')).toBe('兰光村');
    expect(first('lgz')).toBe('立岗镇');
  });

  it('finds nothing for nothing, for one letter, and for what is no name', () => {
    expect(findByName(town, ' ', 5)).toEqual([]);
    expect(findByName(town, 'l', 5)).toEqual([]);
    expect(findByName(town, "'; DROP TABLE points; --", 5)).toEqual([]);
    expect(findByName(town, '😀'.repeat(10_000), 5)).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(findByName(town, '村', 2)).toHaveLength(2);
  });
});
