import { chances, formOf, type HouseForm, seedOf } from './house-form.ts';

/** Somebody as a house: lit when you spoke lately, dark as their rhythm runs out. */
export interface StreetHouse {
  id: string;
  name: string;
  /** From 0, dark, to 1, just spoken. */
  warmth: number;
  isToday?: boolean;
  /** 0 on the street itself, 1 on the hill; when not said, the hill for want of room. */
  lane?: 0 | 1;
}

/** A house in its place. Pixels; x from the left, heights from the ground up. */
export interface Plot {
  house: StreetHouse;
  form: HouseForm;
  x: number;
  width: number;
  scale: number;
}

export interface Tree {
  x: number;
  height: number;
  kind: 'round' | 'tall';
}

export interface StreetPlan {
  front: Plot[];
  back: Plot[];
  trees: Tree[];
}

export const streetHeight = 196;
/** Where the houses of the street stand. */
export const groundLine = 168;
/** Where those on the hill do. */
export const hillLine = 146;

const edge = 40;
const leastGap = 14;
const mostGap = 40;
/** Room beside today's door for its lamp. */
const lampRoom = 26;
const usualPlot = 60 + leastGap;
const backScale = 0.52;

/** How many houses of the usual width stand whole on a street that wide. */
export function housesThatFit(width: number): number {
  return Math.max(1, Math.floor((width - 2 * edge) / usualPlot));
}

function build(house: StreetHouse, scale: number): Plot {
  const form = formOf(house.id);
  return { house, form, x: 0, width: Math.round(form.width * scale), scale };
}

const room = (plot: Plot) => plot.width + (plot.house.isToday ? lampRoom : 0);

/** The houses that stand whole in the width, in the order given; today's is always one. */
function chosen(houses: readonly StreetHouse[], width: number): Plot[] {
  const today = houses.filter((house) => house.isToday);
  const rest = houses.filter((house) => !house.isToday);
  const plots: Plot[] = [];
  let left = width - 2 * edge;
  for (const house of [...today, ...rest]) {
    const plot = build(house, 1);
    left -= room(plot) + (plots.length > 0 ? leastGap : 0);
    if (left < 0 && plots.length > 0) break;
    plots.push(plot);
  }
  // Everybody keeps to their own place in the row, whoever is near to mind today.
  return plots.sort((a, b) => seedOf(a.house.id) - seedOf(b.house.id));
}

function place(plots: Plot[], width: number): Plot[] {
  const built = plots.reduce((sum, plot) => sum + room(plot), 0);
  const free = width - 2 * edge - built;
  const gap = Math.min(mostGap, plots.length > 1 ? free / (plots.length - 1) : 0);
  let x = edge + Math.max(0, free - gap * (plots.length - 1)) / 2;
  return plots.map((plot) => {
    const placed = { ...plot, x: Math.round(x) };
    x += room(plot) + gap;
    return placed;
  });
}

/**
 * Houses on the hill stand where the street lets one see them: over the gaps, and over every
 * second one when that is enough, for calm.
 */
function placeBehind(
  houses: readonly StreetHouse[],
  front: readonly Plot[],
  width: number,
): Plot[] {
  const gaps: number[] = [];
  let from = edge;
  for (const plot of front) {
    gaps.push((from + plot.x) / 2);
    from = plot.x + room(plot);
  }
  gaps.push((from + width - edge) / 2);
  const apart = houses.length <= gaps.length / 2 ? 2 : 1;
  const plots = houses.slice(0, gaps.length).map((house) => build(house, backScale));
  return plots.flatMap((plot, index) => {
    const middle = gaps[index * apart + (apart - 1)] ?? 0;
    const x = Math.round(middle - plot.width / 2);
    return x < 4 || x + plot.width > width - 4 ? [] : [{ ...plot, x }];
  });
}

function plant(front: readonly Plot[], width: number): Tree[] {
  const chance = chances(7);
  const trees: Tree[] = [];
  let from = 0;
  const fill = (to: number) => {
    for (let x = from + 16; x < to - 14; x += 34 + chance() * 46) {
      if (chance() < 0.72) {
        const kind = chance() < 0.6 ? 'round' : 'tall';
        trees.push({ x: Math.round(x), height: Math.round(22 + chance() * 18), kind });
      }
    }
  };
  for (const plot of front) {
    fill(plot.x);
    from = plot.x + room(plot);
  }
  fill(width);
  return trees;
}

/** Where everything stands on a street of that width. The same houses give the same street. */
export function planStreet(houses: readonly StreetHouse[], width: number): StreetPlan {
  const onStreet = houses.filter((house) => house.isToday || house.lane !== 1);
  const onHill = houses.filter((house) => !house.isToday && house.lane === 1);
  const front = place(chosen(onStreet, width), width);
  const there = new Set(front.map(({ house }) => house.id));
  const without = onStreet.filter(({ id, lane }) => lane === undefined && !there.has(id));
  const half = Math.floor((front.length + 1) / 2);
  const behind = [...onHill, ...without.slice(0, Math.max(0, half - onHill.length))];
  return { front, back: placeBehind(behind, front, width), trees: plant(front, width) };
}
