import type { FinderMap, Listed } from '../map/finderMap';
import { findRequest, type MapRequest, openOnRequest } from '../map/openOnRequest';

/** "Open the map": the points of the list on it, and of each list that takes its place. */
export class MapButton {
  readonly #request: MapRequest;
  #map: FinderMap | undefined;

  constructor(request: MapRequest) {
    this.#request = request;
    const { button } = request;
    button.addEventListener('click', () => void this.#open());
    button.hidden = listed().length === 0;
    // Another list, as that of the phone's position, is another map.
    document.addEventListener('points-listed', () => {
      button.hidden = this.#map !== undefined || listed().length === 0;
      this.#map?.show(listed());
    });
  }

  async #open(): Promise<void> {
    this.#map = await openOnRequest(this.#request, async () => {
      const { FinderMap } = await import('../map/finderMap');
      return FinderMap.open(this.#request.place, listed());
    });
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
  const request = findRequest('finder-map');
  if (request) new MapButton(request);
}
