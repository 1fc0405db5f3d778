import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { Marker, type Point } from 'maplibre-gl';
import type { NetworkChange } from '../coverage/changes';
import type { Minutes } from '../coverage/classes';
import { readPlace } from '../coverage/question';
import type { Selection } from '../coverage/selection';
import { words } from '../words';
import { AreaMarks, village, villages } from './areaMarks';
import { featuresOf, hatched } from './changeFeatures';
import { fetchSets, firstDrawn, largerText, openCityMap } from './cityMap';
import { coverageStyle } from './style';

/** Minutes by village code; a village that reaches no open point is not there. */
export type MinutesByVillage = Readonly<Record<string, number>>;

/** What the map tells of points. */
export interface PointListener {
  choosePoint(id: string, byKeyboard: boolean): void;
  movePoint(id: string, longitude: number, latitude: number): void;
}

type Placed = (longitude: number, latitude: number) => void;

const pointLayers = ['change-signs', 'centres', 'stations', 'rooms'];

// A finger is wider than a sign.
const near = 10;

/** The coverage map: cells by minutes to the nearest open point, the points, what is supposed and what is chosen. */
export class CoverageMap {
  readonly #map: MapLibre;
  readonly #marks: AreaMarks;
  readonly #listener: PointListener;
  #chosen: Marker | undefined;
  #placed: Placed | undefined;
  #givenUp: (() => void) | undefined;

  /** Resolves when everything of the first view is drawn. */
  static async open(
    place: HTMLElement,
    limit: Minutes,
    selection: Selection,
    listener: PointListener,
  ): Promise<CoverageMap> {
    const sets = await fetchSets(place.dataset.tiles ?? '/tiles');
    const style = coverageStyle(sets, largerText());
    const map = openCityMap(place, sets.areas, { style, globalState: { limit, answered: false } });
    const marks = new AreaMarks(map, selection, place);
    const opened = new CoverageMap(map, marks, listener);
    await firstDrawn(map);
    marks.learn();
    return opened;
  }

  private constructor(map: MapLibre, marks: AreaMarks, listener: PointListener) {
    this.#map = map;
    this.#marks = marks;
    this.#listener = listener;
    map.on('click', (event) => this.#choose(event.point, event.lngLat, false));
    map.getCanvas().addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#givenUp?.();
      if (event.key !== 'Enter') return;
      // The keyboard has no pointer; the middle of the map is marked while it has the focus.
      const middle = map.getCenter();
      this.#choose(map.project(middle), middle, true);
    });
  }

  /** Recolours every cell: only the limit changes. */
  setLimit(limit: Minutes): void {
    this.#map.setGlobalStateProperty('limit', limit);
  }

  setMinutes(minutes: MinutesByVillage): void {
    this.#map.removeFeatureState(villages);
    for (const [code, time] of Object.entries(minutes)) this.#map.setFeatureState(village(code), { minutes: time });
    this.#marks.restore();
    this.#map.setGlobalStateProperty('answered', true);
  }

  showChanges(changes: readonly NetworkChange[]): void {
    const source = this.#map.getSource<GeoJSONSource>('changes');
    source?.setData({ type: 'FeatureCollection', features: featuresOf(changes) });
    this.#map.setFilter('unbuilt', hatched(changes));
  }

  /** Marks the point that is being looked at; the mark can be dragged. */
  showChosen(card: HTMLElement | null): void {
    this.#chosen?.remove();
    this.#chosen = undefined;
    const { point, at } = card?.dataset ?? {};
    if (!point || !at) return;
    const element = document.createElement('div');
    element.className = 'chosen-point';
    const marker = new Marker({ element, draggable: true }).setLngLat(readPlace(at)).addTo(this.#map);
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', words.chosen);
    marker.on('dragend', () => {
      const { lng, lat } = marker.getLngLat();
      this.#listener.movePoint(point, lng, lat);
    });
    this.#chosen = marker;
  }

  /** Waits for a place: a click, or Enter with the middle of the map; Escape gives up. */
  startPlacing(placed: Placed, givenUp: () => void): void {
    this.#placed = placed;
    this.#givenUp = givenUp;
    this.#map.getContainer().classList.add('placing');
    this.#map.getCanvas().focus({ preventScroll: true });
    this.#map.getContainer().scrollIntoView({ block: 'nearest' });
  }

  stopPlacing(): void {
    this.#placed = undefined;
    this.#givenUp = undefined;
    this.#map.getContainer().classList.remove('placing');
  }

  #choose(at: Point, place: { lng: number; lat: number }, byKeyboard: boolean): void {
    if (this.#placed) {
      this.#placed(place.lng, place.lat);
      return;
    }
    const point = this.#pointAt(at);
    if (point) this.#listener.choosePoint(point, byKeyboard);
    this.#marks.choose(at);
  }

  #pointAt({ x, y }: Point): string | undefined {
    const round: [[number, number], [number, number]] = [
      [x - near, y - near],
      [x + near, y + near],
    ];
    const distance = ({ geometry }: { geometry: unknown }) => {
      const { coordinates } = geometry as { coordinates: [number, number] };
      const sign = this.#map.project(coordinates);
      return Math.hypot(sign.x - x, sign.y - y);
    };
    const [nearest] = this.#map
      .queryRenderedFeatures(round, { layers: pointLayers })
      .sort((a, b) => distance(a) - distance(b));
    return nearest === undefined ? undefined : String(nearest.properties.id);
  }
}
