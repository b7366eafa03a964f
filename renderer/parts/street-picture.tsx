import { useMemo } from 'react';
import { drawHouse, drawTree, type Strokes } from './house-drawing.ts';
import { Inked } from './inked.tsx';
import { hill, Sky } from './sky.tsx';
import classes from './street.module.css';
import { groundLine, hillLine, type StreetPlan, streetHeight } from './street-plan.ts';

const hillFoot = groundLine + 4;

/** The plan's houses and trees, drawn: those on the hill, and those on the street. */
function draw({ front, back, trees }: StreetPlan) {
  const hill: Strokes = new Map();
  for (const { form, house, x, scale } of back) {
    drawHouse(hill, form, house, { x, y: hillLine, scale }, 'far');
  }
  const street: Strokes = new Map();
  for (const { kind, height, x } of trees) {
    drawTree(street, kind, height, { x, y: groundLine, scale: 1 });
  }
  for (const { form, house, x, scale } of front) {
    drawHouse(street, form, house, { x, y: groundLine, scale }, 'near');
  }
  return { hill, street };
}

/** A street as a picture alone: sky, hills, houses and trees, in the colours of the town. */
export function StreetPicture({ plan, width }: { plan: StreetPlan; width: number }) {
  const drawn = useMemo(() => draw(plan), [plan]);
  return (
    <svg
      width={width}
      height={streetHeight}
      viewBox={`0 0 ${width} ${streetHeight}`}
      aria-hidden="true"
      focusable="false"
      className={classes.picture}
    >
      <Sky width={width} />
      <path d={hill(width, 152, 34, 0.6, hillFoot)} className={classes.farHill} />
      <path d={hill(width, 164, 24, 2.8, hillFoot)} className={classes.nearHill} />
      <g className={classes.distance}>
        <Inked strokes={drawn.hill} />
      </g>
      <rect
        y={groundLine}
        width={width}
        height={streetHeight - groundLine}
        className={classes.ground}
      />
      <Inked strokes={drawn.street} />
    </svg>
  );
}
