import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Selection } from '../coverage/selection';
import type { Order } from '../siting/order';
import { type StepColours, stepColour } from '../siting/stepColours';
import { AreaMarks, village } from './areaMarks';
import { featuresOf } from './changeFeatures';
import { fetchSets, firstDrawn, largerText, openCityMap } from './cityMap';
import { coverageStyle } from './style';

/** The map that an order of building is played on. */
export class OrderMap {
  readonly #map: MapLibre;
  readonly #order: Order;

  /** Resolves when everything of the first view is drawn. */
  static async open(
    place: HTMLElement,
    order: Order,
    step: number,
    colours: StepColours,
    selection: Selection,
  ): Promise<OrderMap> {
    const sets = await fetchSets(place.dataset.tiles ?? '/tiles');
    const style = coverageStyle(sets, largerText(), stepColour(colours));
    const map = openCityMap(place, sets.areas, { style, globalState: { step } });
    const marks = new AreaMarks(map, selection, place);
    map.on('click', (event) => marks.choose(event.point));
    const opened = new OrderMap(map, order);
    map.once('load', () => {
      for (const [code, first] of Object.entries(order.villages)) map.setFeatureState(village(code), { first });
      opened.show(step);
    });
    await firstDrawn(map);
    marks.learn();
    return opened;
  }

  private constructor(map: MapLibre, order: Order) {
    this.#map = map;
    this.#order = order;
  }

  /** Shows the network when so many points are built. */
  show(step: number): void {
    this.#map.setGlobalStateProperty('step', step);
    const built = this.#order.steps.slice(0, step).map(({ step: at, site, area, longitude, latitude }) => ({
      kind: at === step ? 'opened' : 'built',
      point: site,
      tier: site.split('-')[0] ?? 'room',
      area,
      open: true,
      at: longitude !== null && latitude !== null ? ([longitude, latitude] as [number, number]) : undefined,
      from: undefined,
    }));
    this.#map.getSource<GeoJSONSource>('changes')?.setData({ type: 'FeatureCollection', features: featuresOf(built) });
  }
}
