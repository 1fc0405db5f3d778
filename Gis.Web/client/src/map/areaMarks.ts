import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Kind, Selection } from '../coverage/selection';
import { words } from '../words';
import { AreaBounds } from './areaBounds';
import { addTip, codeOf } from './cityMap';

export const villages = { source: 'areas', sourceLayer: 'villages' };
export const village = (code: string) => ({ ...villages, id: code });

const named = ['centres', 'stations', 'rooms', 'point-cells', 'villages'];

/** Joins a map to the selection it shares with the tables: outlines, the name under the pointer, and where to go. */
export class AreaMarks {
  readonly #map: MapLibre;
  readonly #selection: Selection;
  readonly #bounds = new AreaBounds();
  #still = false;

  constructor(map: MapLibre, selection: Selection, place: HTMLElement) {
    this.#map = map;
    this.#selection = selection;
    const tip = addTip(place);
    map.on('mousemove', (event) => this.#point(event, tip));
    map.on('mouseout', () => {
      tip.hidden = true;
      selection.set('hovered', undefined);
    });
    selection.listen((kind, code, before) => {
      this.#mark(kind, before, false);
      this.#mark(kind, code, true);
      if (kind === 'selected' && code && !this.#still) this.#show(code);
    });
  }

  /** Learns where everything lies, once the first view is drawn. */
  learn(): void {
    this.#bounds.add(this.#map.querySourceFeatures('areas', { sourceLayer: 'villages' }));
  }

  /** Marks again what was marked, after the states of the cells were taken off. */
  restore(): void {
    for (const kind of ['hovered', 'selected'] as const) this.#mark(kind, this.#selection.get(kind), true);
  }

  /** Chooses the village at a place of the screen; it is in sight already, so the map stays where it is. */
  choose(at: { x: number; y: number }): void {
    this.#still = true;
    const [found] = this.#map.queryRenderedFeatures([at.x, at.y], { layers: ['villages'] });
    this.#selection.set('selected', codeOf(found));
    this.#still = false;
  }

  #mark(kind: Kind, code: string | undefined, on: boolean): void {
    for (const each of this.#bounds.villagesIn(code)) this.#map.setFeatureState(village(each), { [kind]: on });
  }

  #point(event: MapMouseEvent, tip: HTMLElement): void {
    const found = this.#map.queryRenderedFeatures(event.point, { layers: named });
    const name = nameOf(found[0]?.properties);
    tip.hidden = name === undefined;
    tip.textContent = name ?? '';
    tip.lang = found[0]?.layer.id === 'point-cells' ? document.documentElement.lang : 'zh-CN';
    this.#map.getCanvas().style.cursor = found[0]?.source === 'points' ? 'pointer' : '';
    this.#selection.set('hovered', codeOf(found.find((feature) => feature.layer.id === 'villages')));
  }

  #show(code: string): void {
    const bounds = this.#bounds.of(code);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (bounds) this.#map.fitBounds(bounds, { padding: 48, maxZoom: 12, duration: calm ? 0 : 150 });
  }
}

/** The name of what lies under the pointer; of a cell, how many points it stands for. */
function nameOf(properties: Record<string, unknown> | undefined): string | undefined {
  if (typeof properties?.count === 'number') return words.crowd(properties.count, openIn(properties));
  return properties?.name as string | undefined;
}

/** How many points of a cell are open; tiers of which it has none are not in it. */
export const openIn = (cell: Readonly<Record<string, unknown>>): number =>
  ['centres_open', 'stations_open', 'rooms_open'].reduce((sum, name) => sum + Number(cell[name] ?? 0), 0);
