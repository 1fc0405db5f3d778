import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { root } from '../root';
import { words } from '../words';
import { openIn } from './areaMarks';
import { addTip, fetchSet, firstDrawn, largerText, openCityMap } from './cityMap';
import { citiesStyle } from './style';

const named = ['centres', 'stations', 'rooms', 'point-cells'];

/** The points of all cities: how many from afar, each by its sign near by, and from there to its page. */
export async function openCitiesMap(place: HTMLElement): Promise<MapLibre> {
  const tiles = place.dataset.tiles ?? '/cities/tiles';
  const [points, labels] = await Promise.all([fetchSet(`${tiles}/points.json`), fetchSet(`${tiles}/labels.json`)]);
  const map = openCityMap(place, points, { style: citiesStyle(points, labels, largerText()), minZoom: 2 });
  const tip = addTip(place);
  map.on('mousemove', (event) => point(map, event, tip));
  map.on('mouseout', () => {
    tip.hidden = true;
  });
  map.on('click', (event) => {
    const found = map.queryRenderedFeatures(event.point, { layers: named.slice(0, 3) })[0];
    if (found) location.assign(pageOf(found.properties));
  });
  await firstDrawn(map);
  return map;
}

/** A point's page, below the code of its city. */
export function pageOf({ area, id }: Readonly<Record<string, unknown>>): string {
  const language = document.documentElement.lang === 'en' ? '/en' : '';
  return `${root}/${String(area).slice(0, 4)}00${language}/sites/${String(id)}`;
}

function point(map: MapLibre, event: MapMouseEvent, tip: HTMLElement): void {
  const found = map.queryRenderedFeatures(event.point, { layers: named })[0];
  const count = found?.properties.count;
  tip.hidden = found === undefined;
  tip.textContent =
    typeof count === 'number'
      ? words.crowd(count, openIn(found?.properties ?? {}))
      : String(found?.properties.name ?? '');
  tip.lang = typeof count === 'number' ? document.documentElement.lang : 'zh-CN';
  map.getCanvas().style.cursor = found && typeof count !== 'number' ? 'pointer' : '';
}
