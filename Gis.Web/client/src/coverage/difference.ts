import type { ExpressionSpecification } from 'maplibre-gl';
import { noDataColour } from './classes';

/** The five changes of a village's way to its nearest open point, from the best to the worst. */
export const changeKinds = ['gained', 'sooner', 'unchanged', 'later', 'lost'] as const;
export type Colours = Readonly<Record<(typeof changeKinds)[number], string>>;

/** The colours as the legend of the page shows them: one list for both. */
export function readColours(root: ParentNode): Colours {
  const colour = (kind: string) => {
    const swatch = root.querySelector(`.swatch.${kind}`);
    if (!swatch) throw new Error(`The legend has no ${kind}`);
    return getComputedStyle(swatch).backgroundColor;
  };
  return Object.fromEntries(changeKinds.map((kind) => [kind, colour(kind)])) as Colours;
}

/** The colours as a paint expression over the change that is each village's feature state. */
export function changeColour(colours: Colours): ExpressionSpecification {
  const cases = changeKinds.flatMap((kind) => [kind, colours[kind]]);
  const change = ['coalesce', ['feature-state', 'change'], ''];
  return ['match', change, ...cases, noDataColour] as unknown as ExpressionSpecification;
}
