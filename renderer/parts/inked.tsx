import type { Strokes } from './house-drawing.ts';
import { inOrderOfInks, lookOf } from './house-inks.ts';

/** What was drawn, as one path for each ink: for within an SVG in the colours of the town. */
export function Inked({ strokes }: { strokes: Strokes }) {
  return inOrderOfInks(strokes).map(({ ink, path }) => (
    <path key={ink} d={path} style={lookOf(ink)} data-ink={ink} />
  ));
}
