import type { TownHouse } from '../../../shared/contract/contract.ts';
import type { Detail } from '../../parts/house-drawing.ts';
import { formOf, highestHouse, widestHouse } from '../../parts/house-form.ts';
import type { Lane } from './lanes.ts';

/** From how far the town is looked at, in steps: 1 is a house at full size. */
export const scales = [0.1, 0.16, 0.25, 0.38, 0.56, 0.8, 1, 1.5] as const;

/** Pixels beside the houses of a lane. */
export const laneEdge = 36;
/** Pixels over a lane's first row, for its name and the crest of its hill. */
export const laneHead = 90;
export const groundAtFullSize = 12;
/** A row at full size: ground, house, smoke, and air above. */
const rowAtFullSize = groundAtFullSize + highestHouse + 18;
/** A strip is drawn at once: rows together are about so high. */
const stripHeight = 320;

/** Consecutive rows of a lane that are drawn in one picture. */
export interface Strip {
  from: number;
  houses: readonly TownHouse[];
  /** Pixels from the top of the lane's first row. */
  top: number;
  height: number;
  rows: number;
}

/** Where the houses of a lane stand: in rows, a place for each. Pixels. */
export interface LanePlan {
  lane: Lane;
  width: number;
  scale: number;
  columns: number;
  pitch: number;
  rowHeight: number;
  /** Under the ground of each row, for names. */
  under: number;
  strips: Strip[];
}

/** A house's place in its lane. Pixels from the lane's left, and from the top of its first row. */
export interface Box {
  x: number;
  /** Where it stands. */
  foot: number;
  width: number;
  height: number;
}

function sizes(count: number, width: number, scale: number, under = 0) {
  const pitch = (widestHouse + 2) * scale;
  const columns = Math.max(1, Math.floor((width - 2 * laneEdge) / pitch));
  const rowHeight = Math.ceil(rowAtFullSize * scale) + under;
  return { pitch, columns, rowHeight, rows: Math.ceil(count / columns) };
}

/** Lays a lane out for a width, from a distance; with room under each row if wished. Pixels. */
export function planLane(lane: Lane, width: number, scale: number, under = 0): LanePlan {
  const { pitch, columns, rowHeight, rows } = sizes(lane.houses.length, width, scale, under);
  const together = Math.max(1, Math.floor(stripHeight / rowHeight));
  const strips: Strip[] = [];
  for (let row = 0; row < rows; row += together) {
    const from = row * columns;
    const stripRows = Math.min(together, rows - row);
    strips.push({
      from,
      houses: lane.houses.slice(from, from + stripRows * columns),
      top: row * rowHeight,
      height: stripRows * rowHeight,
      rows: stripRows,
    });
  }
  return { lane, width, scale, pitch, columns, rowHeight, under, strips };
}

/** How high the lanes are at a scale, in pixels. */
function heightOf(lanes: readonly Lane[], width: number, scale: number): number {
  return lanes.reduce((sum, { houses }) => {
    const { rows, rowHeight } = sizes(houses.length, width, scale);
    return sum + laneHead + rows * rowHeight;
  }, 0);
}

/** From how far away a town of so many is shown at most by itself: a house is still told apart. */
function farthestFor(houses: number): number {
  if (houses <= 100) return 0.5;
  if (houses <= 500) return 0.38;
  if (houses <= 2000) return 0.25;
  return houses <= 8000 ? 0.16 : 0.1;
}

/** The nearest look at which all of the lanes are in sight, or the farthest worth having. */
export function fittingScale(lanes: readonly Lane[], width: number, height: number): number {
  const farthest = farthestFor(lanes.reduce((sum, { houses }) => sum + houses.length, 0));
  let scale: number = scales[scales.length - 1] ?? 1;
  while (scale > farthest && heightOf(lanes, width, scale) > height) scale -= 0.02;
  return Math.max(farthest, scale);
}

/** What is drawn of a house at a scale. */
export function detailAt(scale: number): Detail {
  if (scale >= 0.5) return 'near';
  return scale >= 0.22 ? 'far' : 'farthest';
}

/** Where the house at an index of the lane stands. */
export function boxOf(plan: LanePlan, index: number): Box {
  const { columns, pitch, rowHeight, under, scale, lane } = plan;
  const { width, wallHeight, roofHeight } = formOf(lane.houses[index]?.id ?? '');
  const row = Math.floor(index / columns);
  return {
    x: laneEdge + (index % columns) * pitch + ((widestHouse - width) / 2) * scale,
    foot: (row + 1) * rowHeight - under - groundAtFullSize * scale,
    width: width * scale,
    height: (wallHeight + roofHeight) * scale,
  };
}

/** Which house's place it is, at pixels from the lane's left and the top of its first row. */
export function houseAt(plan: LanePlan, x: number, y: number): number | undefined {
  const column = Math.floor((x - laneEdge) / plan.pitch);
  const row = Math.floor(y / plan.rowHeight);
  if (column < 0 || column >= plan.columns || row < 0) return undefined;
  const index = row * plan.columns + column;
  return index < plan.lane.houses.length ? index : undefined;
}
