import { fill } from '../sentence';
import type { Entry } from './index';
import type { Found } from './nearest';
import type { Trip } from './travel';

const english = document.documentElement.lang === 'en';

/** Writes points into a list as the server writes them: name, tier, how far. */
export class PointList {
  readonly #list: HTMLElement;
  readonly #words: DOMStringMap;
  readonly #tiers: readonly string[];

  constructor(list: HTMLElement, words: DOMStringMap) {
    this.#list = list;
    this.#words = words;
    this.#tiers = (words.tiers ?? '').split('|');
  }

  show(found: readonly Found[]): void {
    this.#fill(found.map(({ point, trip }) => this.#row(point, trip)));
  }

  showEntries(entries: readonly Entry[]): void {
    this.#fill(entries.map((entry) => this.#row(entry, undefined)));
  }

  #fill(rows: readonly HTMLElement[]): void {
    this.#list.replaceChildren(...rows);
    this.#list.hidden = rows.length === 0;
    document.dispatchEvent(new CustomEvent('points-listed'));
  }

  #row(entry: Entry, trip: Trip | undefined): HTMLElement {
    const row = element('li', 'point');
    if (entry.at) {
      row.dataset.lon = String(entry.at.lon);
      row.dataset.lat = String(entry.at.lat);
    }
    const heading = element('h3', '');
    const link = document.createElement('a');
    link.href = linkTo(entry);
    link.lang = 'zh-CN';
    link.textContent = entry.name;
    heading.append(link);
    const facts = element('p', 'point-facts');
    if (entry.tier !== undefined) facts.append(badge(this.#tiers[entry.tier] ?? '', `tier-${tierNames[entry.tier]}`));
    if (!entry.isOpen) facts.append(badge(this.#words.unbuilt ?? '', 'stage-planned'));
    if (trip) facts.append(this.#distance(trip));
    row.append(heading, facts);
    return row;
  }

  #distance({ minutes, metres }: Trip): HTMLElement {
    const shown = element('span', 'distance');
    shown.textContent =
      metres < 10
        ? (this.#words.here ?? '')
        : `${fill(this.#words.minutes ?? '', Math.max(1, Math.ceil(minutes)))} · ${lengthOf(metres, this.#words)}`;
    return shown;
  }
}

/** A length as people say it. */
export function lengthOf(metres: number, words: DOMStringMap): string {
  return metres < 950
    ? fill(words.metres ?? '', Math.max(10, Math.round(metres / 10) * 10))
    : fill(words.kilometres ?? '', (metres / 1000).toFixed(1));
}

const tierNames = ['centre', 'station', 'room'];

function linkTo(entry: Entry): string {
  const root = english ? '/en' : '';
  return entry.tier === undefined ? `${root}/find?place=${entry.id}` : `${root}/sites/${entry.id}`;
}

function badge(words: string, kind: string): HTMLElement {
  const shown = element('span', `badge ${kind}`);
  shown.textContent = words;
  return shown;
}

function element(name: string, kind: string): HTMLElement {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  return made;
}
