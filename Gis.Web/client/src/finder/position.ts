import type { LonLat } from '../ground';
import { root } from '../root';
import { fill } from '../sentence';
import { type Entry, type Index, load } from './index';
import { lengthOf, PointList } from './list';
import { byTable, type Found, nearest, placeAt } from './nearest';

// Farther than this from every village of the city, somebody is not in it.
const farAway = 30_000;

// Within this of a village its table of ways holds; beyond, an estimate from the place itself is nearer the truth.
const besideVillage = 1_500;

const shown = 12;

/**
 * "Use my position": the phone asks where it is, finds the nearest points in the index it keeps, and tells nobody. The one thing that
 * leaves it is the code of a township, where ways over roads are known.
 */
export class PositionButton {
  readonly #words: DOMStringMap;
  readonly #answer: HTMLElement;
  readonly #list: PointList;
  readonly #button: HTMLButtonElement;

  constructor(box: HTMLElement, button: HTMLButtonElement, answer: HTMLElement, list: HTMLElement) {
    this.#words = box.dataset;
    this.#button = button;
    this.#answer = answer;
    this.#list = new PointList(list, box.dataset);
    button.addEventListener('click', () => this.#ask());
    box.hidden = false;
  }

  #ask(): void {
    this.#button.disabled = true;
    this.#say(this.#words.busy);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void this.#find({ lon: coords.longitude, lat: coords.latitude }, coords.accuracy),
      () => this.#say(this.#words.refused),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  async #find(at: LonLat, accuracy: number): Promise<void> {
    try {
      const index = await load();
      const place = placeAt(index, at);
      if (!place || place.metres > farAway) this.#say(fill(this.#words.far ?? '', index.city));
      else await this.#show(index, at, accuracy, place.area, place.metres);
    } catch {
      this.#say(this.#words.failed);
    }
  }

  async #show(index: Index, at: LonLat, accuracy: number, area: Entry, away: number): Promise<void> {
    const mode = document.querySelector<HTMLInputElement>('input[name="mode"]:checked')?.value ?? 'walk';
    const byRoad = away <= besideVillage ? await askTable(index, area, mode) : undefined;
    this.#list.show(byRoad ?? nearest(index, at, area.bank, mode, shown));
    const sentence = fill((byRoad ? this.#words.roads : this.#words.near) ?? '', area.name, this.#nameOf(mode));
    this.#say(
      accuracy > 1_000 ? `${sentence} ${fill(this.#words.vague ?? '', lengthOf(accuracy, this.#words))}` : sentence,
    );
  }

  #nameOf(mode: string): string {
    const names = (this.#words.modes ?? '').split('|').map((pair) => pair.split('='));
    return names.find(([name]) => name === mode)?.[1] ?? mode;
  }

  #say(words: string | undefined): void {
    this.#answer.textContent = words ?? '';
    this.#button.disabled = words === this.#words.busy;
  }
}

/** The ways over roads from a village; nothing where none are known, or without a network. */
async function askTable(index: Index, village: Entry, mode: string): Promise<Found[] | undefined> {
  if (village.id.length !== 12) return undefined;
  try {
    const answer = await fetch(`${root}/api/finder/towns/${village.id.slice(0, 9)}.json?mode=${mode}`);
    const table: TownJson | undefined = answer.ok ? await answer.json() : undefined;
    const rows = table?.byRoads ? table.villages[village.id] : undefined;
    return rows && rows.length > 0 ? byTable(index, rows, shown) : undefined;
  } catch {
    return undefined;
  }
}

interface TownJson {
  readonly byRoads: boolean;
  readonly villages: Readonly<Record<string, readonly (readonly [string, number, number])[]>>;
}

/** Shows the button where the browser can tell a position at all: over plain HTTP it cannot. */
export function startPosition(): void {
  const box = document.getElementById('position');
  const button = document.querySelector<HTMLButtonElement>('#use-position');
  const answer = document.getElementById('position-answer');
  const list = document.getElementById('position-list');
  if (box && button && answer && list && 'geolocation' in navigator && window.isSecureContext)
    new PositionButton(box, button, answer, list);
}
