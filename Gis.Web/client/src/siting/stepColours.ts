import type { ExpressionSpecification } from 'maplibre-gl';

/** What a cell is when so many points are built; the legend of the page shows the same colours. */
export const stepKinds = ['standing', 'gained', 'now', 'beyond'] as const;
export type StepColours = Readonly<Record<(typeof stepKinds)[number], string>>;

/** Never covered: later than any step. */
const never = 1e9;

/** The colours as a paint expression over the step that first covers a village and the step that is shown. */
export function stepColour(colours: StepColours): ExpressionSpecification {
  const first = ['coalesce', ['feature-state', 'first'], never];
  const shown = ['global-state', 'step'];
  return [
    'case',
    ['==', first, 0],
    colours.standing,
    ['>', first, shown],
    colours.beyond,
    ['==', first, shown],
    colours.now,
    colours.gained,
  ] as unknown as ExpressionSpecification;
}
