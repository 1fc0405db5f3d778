import type { Colours } from '../coverage/difference';
import { changeColour } from '../coverage/difference';
import type { Selection } from '../coverage/selection';
import { AreaMarks, village } from './areaMarks';
import { fetchSets, firstDrawn, largerText, openCityMap } from './cityMap';
import { coverageStyle } from './style';

/** Opens the map of what changes between two answers; resolves when it is drawn. */
export async function openDifferenceMap(
  place: HTMLElement,
  changes: Readonly<Record<string, string>>,
  colours: Colours,
  selection: Selection,
): Promise<void> {
  const sets = await fetchSets(place.dataset.tiles ?? '/tiles');
  const map = openCityMap(place, sets.areas, {
    style: coverageStyle(sets, largerText(), changeColour(colours)),
    globalState: {},
  });
  const marks = new AreaMarks(map, selection, place);
  map.on('click', (event) => marks.choose(event.point));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') marks.choose(map.project(map.getCenter()));
  });
  map.once('load', () => {
    for (const [code, change] of Object.entries(changes)) map.setFeatureState(village(code), { change });
  });
  await firstDrawn(map);
  marks.learn();
}
