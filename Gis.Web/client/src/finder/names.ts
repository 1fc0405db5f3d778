import type { Entry, Index } from './index';

/** The places whose name answers to a text, best first: the name itself, its start, its middle; whole pinyin, its start, initials. */
export function findByName(index: Index, text: string, most: number): Entry[] {
  const asked = plain(text);
  if (asked === '') return [];
  return [...index.areas, ...index.points]
    .map((entry, order) => ({ entry, order, rank: rankOf(entry, asked) }))
    .filter((found) => found.rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0) || one.order - other.order)
    .slice(0, most)
    .map((found) => found.entry);
}

function rankOf({ name, syllables }: Entry, asked: string): number | undefined {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(asked)) return 2;
  if (!/^[a-z]+$/.test(asked)) return undefined;
  const whole = syllables.join('');
  if (whole === asked) return 3;
  if (asked.length > 1 && whole.startsWith(asked)) return 4;
  const initials = syllables.map((syllable) => syllable[0]).join('');
  return asked.length > 1 && initials.startsWith(asked) ? 5 : undefined;
}

/** Without case, width, spaces and tone marks. */
function plain(text: string): string {
  const folded = text
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s'’-]/g, '');
  return folded.toLowerCase();
}
