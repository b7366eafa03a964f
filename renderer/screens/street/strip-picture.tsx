import { type CSSProperties, memo } from 'react';
import type { TownHouse } from '../../../shared/contract/contract.ts';
import { drawHouse, drawTree, type Strokes } from '../../parts/house-drawing.ts';
import { chances, formOf, seedOf } from '../../parts/house-form.ts';
import { Inked } from '../../parts/inked.tsx';
import classes from './street-screen.module.css';
import {
  boxOf,
  detailAt,
  groundAtFullSize,
  type LanePlan,
  laneEdge,
  type Strip,
} from './town-plan.ts';

interface StripPictureProps {
  plan: LanePlan;
  strip: Strip;
  /** Whoever is sought; the others are dimmed. Null when everybody is. */
  sought: ReadonlySet<string> | null;
}

/** Some rows of a lane in one picture: a path for each ink, however many houses there are. */
export const StripPicture = memo(function StripPicture({ plan, strip, sought }: StripPictureProps) {
  const { width, scale, rowHeight, under } = plan;
  const { plain, dimmed } = draw(plan, strip, sought);
  const ground = groundAtFullSize * scale;
  const detail = detailAt(scale);
  const style: CSSProperties & { '--drawn-at': number } = { '--drawn-at': scale };
  return (
    <svg
      width={width}
      height={strip.height}
      aria-hidden="true"
      focusable="false"
      className={classes.strip}
      style={style}
      data-detail={detail}
    >
      {Array.from({ length: strip.rows }, (_, row) => (row + 1) * rowHeight - under - ground).map(
        (y) => (
          <rect key={y} y={y} width={width} height={ground} className={classes.ground} />
        ),
      )}
      {dimmed.size > 0 && (
        <g className={classes.dimmed}>
          <Inked strokes={dimmed} />
        </g>
      )}
      <Inked strokes={plain} />
    </svg>
  );
}, isSame);

/** Asked for anew after every change in the house: drawn anew only when something is different. */
function isSame(before: StripPictureProps, after: StripPictureProps): boolean {
  const { plan: one, strip: ones } = before;
  const { plan: other, strip: others } = after;
  return (
    before.sought === after.sought &&
    one.width === other.width &&
    one.scale === other.scale &&
    one.under === other.under &&
    ones.from === others.from &&
    ones.rows === others.rows &&
    ones.houses.length === others.houses.length &&
    ones.houses.every((house, index) => looksLike(house, others.houses[index]))
  );
}

function looksLike(one: TownHouse, other: TownHouse | undefined): boolean {
  return (
    one === other ||
    (one.id === other?.id && one.warmth === other.warmth && one.isToday === other.isToday)
  );
}

function draw(plan: LanePlan, strip: Strip, sought: ReadonlySet<string> | null) {
  const { scale } = plan;
  const detail = detailAt(scale);
  const plain: Strokes = new Map();
  const dimmed: Strokes = new Map();
  if (detail !== 'farthest') plantTrees(plain, plan, strip);
  for (const [index, house] of strip.houses.entries()) {
    const { x, foot } = boxOf(plan, strip.from + index);
    const strokes = sought === null || sought.has(house.id) ? plain : dimmed;
    drawHouse(strokes, formOf(house.id), house, { x, y: foot - strip.top, scale }, detail);
  }
  return { plain, dimmed };
}

/** Where nobody lives in the last row of a lane, trees grow. */
function plantTrees(strokes: Strokes, plan: LanePlan, strip: Strip): void {
  const { columns, pitch, scale, lane, rowHeight, under } = plan;
  const free = strip.rows * columns - strip.houses.length;
  if (free === 0) return;
  const chance = chances(seedOf(lane.key));
  const y = strip.rows * rowHeight - under - groundAtFullSize * scale;
  for (let column = columns - free; column < columns; column += 1) {
    for (let tree = 0; tree < 2; tree += 1) {
      if (chance() > 0.55) continue;
      const x = laneEdge + (column + 0.2 + tree * 0.5 + chance() * 0.15) * pitch;
      const kind = chance() < 0.6 ? 'round' : 'tall';
      drawTree(strokes, kind, 24 + chance() * 22, { x, y, scale });
    }
  }
}
