import type { FinderMap, Listed } from '../map/finderMap';

/** "Open the map": the map and all it needs are loaded when somebody asks for them, and the list stays whatever happens. */
export class MapButton {
  readonly #button: HTMLButtonElement;
  readonly #place: HTMLElement;
  readonly #answer: HTMLElement;
  #map: FinderMap | undefined;

  constructor(button: HTMLButtonElement, place: HTMLElement, answer: HTMLElement) {
    this.#button = button;
    this.#place = place;
    this.#answer = answer;
    button.addEventListener('click', () => void this.#open());
    button.hidden = listed().length === 0;
    // Another list, as that of the phone's position, is another map.
    document.addEventListener('points-listed', () => {
      button.hidden = this.#map !== undefined || listed().length === 0;
      this.#map?.show(listed());
    });
  }

  async #open(): Promise<void> {
    this.#button.disabled = true;
    this.#answer.textContent = this.#button.dataset.busy ?? '';
    this.#place.hidden = false;
    try {
      const { FinderMap } = await import('../map/finderMap');
      this.#map = await FinderMap.open(this.#place, listed());
      this.#answer.textContent = '';
      this.#button.hidden = true;
      this.#place.dataset.ready = 'true';
    } catch {
      this.#place.hidden = true;
      this.#button.disabled = false;
      this.#answer.textContent = this.#button.dataset.failed ?? '';
    }
  }
}

/** The points of the lists that are shown, in their order. */
export function listed(): Listed[] {
  return [...document.querySelectorAll<HTMLElement>('.points:not([hidden]) > .point[data-lon]')].flatMap((point) => {
    const link = point.querySelector('a');
    const [lon, lat] = [Number(point.dataset.lon), Number(point.dataset.lat)];
    return link && Number.isFinite(lon) && Number.isFinite(lat)
      ? [{ link: link.href, name: link.textContent ?? '', lon, lat }]
      : [];
  });
}

export function startMap(): void {
  const button = document.querySelector<HTMLButtonElement>('#open-map');
  const place = document.getElementById('finder-map');
  const answer = document.getElementById('map-answer');
  if (button && place && answer) new MapButton(button, place, answer);
}
