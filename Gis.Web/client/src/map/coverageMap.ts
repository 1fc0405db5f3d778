import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, type MapMouseEvent, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Minutes } from '../coverage/classes';
import type { Kind, Selection } from '../coverage/selection';
import { AreaBounds } from './areaBounds';
import { chineseLocale, englishLocale } from './locale';
import { coverageStyle, type TileSet, type TileSets } from './style';
import { addSymbols } from './symbols';

// Without its own address the worker never starts and the map stays blank.
setWorkerUrl(workerUrl);

/** Minutes by village code; a village that reaches no open point is not there. */
export type MinutesByVillage = Readonly<Record<string, number>>;

const villages = { source: 'areas', sourceLayer: 'villages' };
const village = (code: string) => ({ ...villages, id: code });

async function fetchSet(address: string): Promise<TileSet> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as TileSet;
}

async function fetchSets(tiles: string): Promise<TileSets> {
  const [areas, points, river] = await Promise.all(
    ['areas', 'points', 'river'].map((name) => fetchSet(`${tiles}/${name}.json`)),
  );
  if (!areas || !points || !river) throw new Error('A tile set is missing');
  return { areas, points, river };
}

/** The coverage map: cells by minutes to the nearest open point, the points, and what is chosen. */
export class CoverageMap {
  readonly #map: MapLibre;
  readonly #selection: Selection;
  readonly #bounds = new AreaBounds();
  #still = false;

  /** Resolves when everything of the first view is drawn. */
  static async open(place: HTMLElement, limit: Minutes, selection: Selection): Promise<CoverageMap> {
    const sets = await fetchSets(place.dataset.tiles ?? '/tiles');
    const box = place.appendChild(document.createElement('div'));
    box.className = 'map-box';
    const map = new MapLibre({
      container: box.appendChild(document.createElement('div')),
      style: coverageStyle(sets, largerText()),
      globalState: { limit, answered: false },
      ...(sets.areas.bounds && { bounds: sets.areas.bounds, fitBoundsOptions: { padding: 16 } }),
      minZoom: 7,
      maxZoom: 16,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      attributionControl: { compact: false },
      fadeDuration: 0,
      locale: { ...(document.documentElement.lang.startsWith('zh') ? chineseLocale : englishLocale) },
    });
    addSymbols(map);
    const opened = new CoverageMap(map, selection);
    opened.#join(place);
    await new Promise<void>((resolve) => map.once('idle', () => resolve()));
    opened.#bounds.add(map.querySourceFeatures('areas', { sourceLayer: 'villages' }));
    return opened;
  }

  private constructor(map: MapLibre, selection: Selection) {
    this.#map = map;
    this.#selection = selection;
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
  }

  /** Recolours every cell: only the limit changes. */
  setLimit(limit: Minutes): void {
    this.#map.setGlobalStateProperty('limit', limit);
  }

  setMinutes(minutes: MinutesByVillage): void {
    this.#map.removeFeatureState(villages);
    for (const [code, time] of Object.entries(minutes)) this.#map.setFeatureState(village(code), { minutes: time });
    for (const kind of ['hovered', 'selected'] as const) this.#mark(kind, this.#selection.get(kind), true);
    this.#map.setGlobalStateProperty('answered', true);
  }

  #mark(kind: Kind, code: string | undefined, on: boolean): void {
    for (const each of this.#bounds.villagesIn(code)) this.#map.setFeatureState(village(each), { [kind]: on });
  }

  #join(place: HTMLElement): void {
    const tip = document.createElement('p');
    tip.className = 'map-tip';
    tip.lang = 'zh-CN';
    tip.hidden = true;
    place.append(tip);
    this.#map.on('mousemove', (event) => this.#point(event, tip));
    this.#map.on('mouseout', () => {
      tip.hidden = true;
      this.#selection.set('hovered', undefined);
    });
    this.#map.on('click', (event) => this.#choose(event, place.dataset.site ?? '/sites'));
    this.#map.getCanvas().addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#chooseMiddle();
    });
    this.#selection.listen((kind, code, before) => {
      this.#mark(kind, before, false);
      this.#mark(kind, code, true);
      if (kind === 'selected' && code && !this.#still) this.#show(code);
    });
  }

  #point(event: MapMouseEvent, tip: HTMLElement): void {
    const found = this.#map.queryRenderedFeatures(event.point, {
      layers: ['centres', 'stations', 'rooms', 'villages'],
    });
    const name = found[0]?.properties.name as string | undefined;
    tip.hidden = name === undefined;
    tip.textContent = name ?? '';
    this.#map.getCanvas().style.cursor = found[0]?.source === 'points' ? 'pointer' : '';
    this.#selection.set('hovered', codeOf(found.find((feature) => feature.layer.id === 'villages')));
  }

  #choose(event: MapMouseEvent, sites: string): void {
    const found = this.#map.queryRenderedFeatures(event.point, {
      layers: ['centres', 'stations', 'rooms', 'villages'],
    });
    const [first] = found;
    if (first?.source === 'points') {
      location.assign(`${sites}/${encodeURIComponent(String(first.properties.id))}`);
      return;
    }
    this.#select(codeOf(first));
  }

  // The keyboard has no pointer; the middle of the map is marked while it has the focus.
  #chooseMiddle(): void {
    const middle = this.#map.project(this.#map.getCenter());
    this.#select(codeOf(this.#map.queryRenderedFeatures(middle, { layers: ['villages'] })[0]));
  }

  // What was chosen on the map is in sight already; the map stays where it is.
  #select(code: string | undefined): void {
    this.#still = true;
    this.#selection.set('selected', code);
    this.#still = false;
  }

  #show(code: string): void {
    const bounds = this.#bounds.of(code);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (bounds) this.#map.fitBounds(bounds, { padding: 48, maxZoom: 12, duration: calm ? 0 : 150 });
  }
}

function codeOf(feature: { properties: Record<string, unknown> } | undefined): string | undefined {
  const code = feature?.properties.code;
  return code === undefined ? undefined : String(code);
}

// The names on the map grow with the text of the page's view.
function largerText(): number {
  return Number.parseFloat(getComputedStyle(document.body).fontSize) / 16 || 1;
}
