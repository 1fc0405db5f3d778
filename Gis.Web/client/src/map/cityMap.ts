import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, type MapOptions, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { chineseLocale, englishLocale } from './locale';
import type { BaseMap, TileSet, TileSets } from './style';
import { addSymbols } from './symbols';

// Without its own address the worker never starts and the map stays blank.
setWorkerUrl(workerUrl);

export async function fetchSet(address: string): Promise<TileSet> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as TileSet;
}

export async function fetchSets(tiles: string): Promise<TileSets> {
  const [areas, points, river] = await Promise.all(
    ['areas', 'points', 'river'].map((name) => fetchSet(`${tiles}/${name}.json`)),
  );
  if (!areas || !points || !river) throw new Error('A tile set is missing');
  return { areas, points, river };
}

/** A map over the picture in a place of the page, of all that a tile set reaches over, with what every map of ours has. */
export function openCityMap(
  place: HTMLElement,
  whole: TileSet,
  options: Pick<MapOptions, 'style' | 'globalState' | 'minZoom'>,
): MapLibre {
  const box = place.appendChild(document.createElement('div'));
  box.className = 'map-box';
  const map = new MapLibre({
    container: box.appendChild(document.createElement('div')),
    minZoom: 7,
    ...options,
    ...(whole.bounds && { bounds: whole.bounds, fitBoundsOptions: { padding: 16 } }),
    maxZoom: 16,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
    attributionControl: { compact: false },
    fadeDuration: 0,
    locale: { ...(document.documentElement.lang.startsWith('zh') ? chineseLocale : englishLocale) },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
  addSymbols(map);
  const { base } = whole;
  if (base) map.once('idle', () => void drawBase(map, box, base));
  return map;
}

// Loaded only where there is one, and never to the harm of our own map.
async function drawBase(map: MapLibre, box: HTMLElement, base: BaseMap): Promise<void> {
  try {
    const { addBaseMap } = await import('./baseMap');
    await addBaseMap(map, box, base);
  } catch (fault) {
    console.error('The base map cannot be drawn', fault);
  }
}

/** Resolves when everything of the first view is drawn. */
export const firstDrawn = (map: MapLibre): Promise<void> =>
  new Promise((resolve) => {
    map.once('idle', () => resolve());
  });

/** The words that follow the pointer, in a corner of the map. */
export function addTip(place: HTMLElement): HTMLElement {
  const tip = document.createElement('p');
  tip.className = 'map-tip';
  tip.lang = 'zh-CN';
  tip.hidden = true;
  place.append(tip);
  return tip;
}

/** The names on the map grow with the text of the page's view. */
export function largerText(): number {
  return Number.parseFloat(getComputedStyle(document.body).fontSize) / 16 || 1;
}

export function codeOf(feature: { properties: Record<string, unknown> } | undefined): string | undefined {
  const code = feature?.properties.code;
  return code === undefined ? undefined : String(code);
}
