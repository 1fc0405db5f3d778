import { LngLatBounds, type Map as MapLibre, Marker } from 'maplibre-gl';
import { fetchSets, firstDrawn, largerText, openCityMap } from './cityMap';
import { coverageStyle } from './style';

/** A point of a list: its link, its name, where it stands. */
export interface Listed {
  readonly link: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

// Closer than this a map of one point says nothing of where it is.
const closest = 13;

/** The map of the points of a list, each with its number in it. The list says all that the map does. */
export class FinderMap {
  readonly #map: MapLibre;
  #markers: Marker[] = [];

  /** Resolves when everything of the first view is drawn. */
  static async open(place: HTMLElement, listed: readonly Listed[]): Promise<FinderMap> {
    const sets = await fetchSets(place.dataset.tiles ?? '/tiles');
    const map = openCityMap(place, sets.areas, { style: coverageStyle(sets, largerText(), ['to-color', '#E4EAF1']) });
    const opened = new FinderMap(map);
    opened.show(listed);
    await firstDrawn(map);
    return opened;
  }

  private constructor(map: MapLibre) {
    this.#map = map;
  }

  show(listed: readonly Listed[]): void {
    for (const marker of this.#markers) marker.remove();
    this.#markers = listed.map((point, place) =>
      new Marker({ element: numbered(point, place + 1) }).setLngLat([point.lon, point.lat]).addTo(this.#map),
    );
    if (listed.length === 0) return;
    const bounds = new LngLatBounds();
    for (const { lon, lat } of listed) bounds.extend([lon, lat]);
    this.#map.fitBounds(bounds, { padding: 48, maxZoom: closest, animate: false });
  }
}

function numbered({ link, name }: Listed, number: number): HTMLElement {
  const sign = document.createElement('a');
  sign.className = 'map-number';
  sign.href = link;
  sign.textContent = String(number);
  sign.setAttribute('aria-label', `${number} ${name}`);
  sign.lang = 'zh-CN';
  return sign;
}
