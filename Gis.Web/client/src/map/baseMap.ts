import { addProtocol, type Map as MapLibre } from 'maplibre-gl';
import { absolute, type BaseMap } from './style';

// Cells keep their classes and let the base map be read through them.
const clear = 0.6;

/**
 * Draws the base map beneath ours, once ours is there: whatever the other house answers, or does not, ours is used as
 * without it.
 */
export async function addBaseMap(map: MapLibre, box: HTMLElement, base: BaseMap): Promise<void> {
  const note = addNotes(box, base);
  listen(map, note);
  const attribution = escaped(base.attribution);
  const rest = { type: 'raster', tileSize: 256, maxzoom: base.maxzoom, attribution } as const;
  if (base.archive) {
    const { Protocol } = await import('pmtiles');
    addProtocol('pmtiles', new Protocol().tile);
    map.addSource('base', { type: 'raster', tileSize: 256, attribution, url: `pmtiles://${absolute(base.archive)}` });
  } else {
    map.addSource('base', { ...rest, tiles: base.pictures?.slice(0, 1) ?? [] });
  }
  map.addLayer({ id: 'base', type: 'raster', source: 'base' }, 'villages');
  const names = base.pictures?.[1];
  if (names) {
    map.addSource('base-names', { ...rest, tiles: [names] });
    map.addLayer({ id: 'base-names', type: 'raster', source: 'base-names' }, 'county-joints');
  }
}

/** The review number in the lower left corner of the map, and what is said where the base map is silent. */
function addNotes(box: HTMLElement, base: BaseMap): HTMLElement {
  const notes = box.appendChild(document.createElement('div'));
  notes.className = 'map-notes';
  const silent = notes.appendChild(document.createElement('p'));
  silent.hidden = true;
  silent.setAttribute('role', 'status');
  silent.textContent = base.silent;
  notes.appendChild(document.createElement('p')).textContent = base.review;
  return silent;
}

function listen(map: MapLibre, note: HTMLElement): void {
  const isBase = (event: object) => 'sourceId' in event && String(event.sourceId).startsWith('base');
  let isSeen = false;
  map.on('data', (event) => {
    if (isSeen || !isBase(event) || !('tile' in event)) return;
    isSeen = true;
    note.hidden = true;
    map.setPaintProperty('villages', 'fill-opacity', clear);
  });
  map.on('error', (event) => {
    if (isBase(event)) note.hidden = isSeen;
    // Whoever listens speaks for MapLibre, which then says nothing of the rest.
    else console.error(event.error);
  });
}

// MapLibre shows an attribution as HTML; a setting is text.
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
