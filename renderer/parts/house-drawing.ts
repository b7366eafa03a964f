import type { HouseForm } from './house-form.ts';

/** How much is drawn: all of it, what is seen from the next street, or from the hill. */
export type Detail = 'near' | 'far' | 'farthest';

/** What is to be seen at a house besides how it is built. */
export interface HouseLight {
  /** From 0, dark, to 1, just spoken. */
  warmth: number;
  isToday?: boolean;
}

/** Where a drawing stands: its left foot in pixels, and its size (1 is full). */
export interface Place {
  x: number;
  y: number;
  scale: number;
}

/** SVG path data by ink, in the order in which the inks are laid (house-inks.ts). */
export type Strokes = Map<string, string>;

/** Relative path commands: numbers are pixels at full size, words are written as they are. */
type Line = readonly (string | number)[];

const tenth = (pixels: number) => Math.round(pixels * 10) / 10;

/** Draws on strokes, at a place. Houses drawn on the same strokes share a path for each ink. */
class Pen {
  readonly #strokes: Strokes;
  readonly #place: Place;

  constructor(strokes: Strokes, place: Place) {
    this.#strokes = strokes;
    this.#place = place;
  }

  line(ink: string, x: number, y: number, line: Line): void {
    const { scale } = this.#place;
    let path = `M${tenth(this.#place.x + x * scale)} ${tenth(this.#place.y + y * scale)}`;
    let wasNumber = false;
    for (const part of line) {
      const isNumber = typeof part === 'number';
      path += `${isNumber && wasNumber ? ' ' : ''}${isNumber ? tenth(part * scale) : part}`;
      wasNumber = isNumber;
    }
    this.#strokes.set(ink, (this.#strokes.get(ink) ?? '') + path);
  }

  box(ink: string, x: number, y: number, width: number, height: number): void {
    this.line(ink, x, y, ['h', width, 'v', height, 'h', -width, 'z']);
  }

  circle(ink: string, x: number, y: number, radius: number): void {
    const half = ['a', radius, radius, ' 0 1 0 '] as const;
    this.line(ink, x - radius, y, [...half, 2 * radius, 0, ...half, -2 * radius, 0, 'z']);
  }
}

/** Steps of light in a pane, and of the glow around it in the evening. */
export const paneSteps = 8;
export const glowSteps = 4;

/** The ink of a pane: fading, but never so that dark looks lit. */
const paneInk = (warmth: number) =>
  `pane-${Math.round(Math.max(0, Math.min(1, warmth)) ** 0.75 * paneSteps)}`;

function roof(form: HouseForm): { x: number; line: Line } {
  const { width: w, roofHeight: r } = form;
  switch (form.shape) {
    case 'hip':
      return { x: -5, line: ['l', w * 0.2 + 5, -r, 'h', w * 0.6, 'l', w * 0.2 + 5, r, 'z'] };
    case 'mansard':
      return {
        x: -3,
        line: [
          ...['l', 6, 4 - r, 'q', 0, -4, 4, -4, 'h', w - 14],
          ...['q', 4, 0, 4, 4, 'l', 6, r - 4, 'z'],
        ],
      };
    case 'stepped': {
      const [step, rise] = [w / 6, r / 3];
      const up = ['v', -rise, 'h', step, 'v', -rise, 'h', step, 'v', -rise - 2];
      const down = ['v', rise + 2, 'h', step, 'v', rise, 'h', step, 'v', rise, 'z'];
      return { x: 0, line: [...up, 'h', 2 * step, ...down] };
    }
    default:
      return { x: -6, line: ['l', w / 2 + 6, -r, 'l', w / 2 + 6, r, 'z'] };
  }
}

/** Draws a house. From farther away less is drawn, and what remains is larger. */
export function drawHouse(
  strokes: Strokes,
  form: HouseForm,
  light: HouseLight,
  place: Place,
  detail: Detail,
): void {
  const pen = new Pen(strokes, place);
  const { width: w, wallHeight: h, roofHeight: r } = form;
  const top = roof(form);
  const isStepped = form.shape === 'stepped';
  if (form.chimney !== null && detail !== 'farthest') {
    const x = w * form.chimney;
    pen.box(`chimney-${form.roof}`, x, -h - r - 3, 8, r);
    if (detail === 'near' && light.warmth > 0.66) {
      pen.line('smoke', x + 4, -h - r - 6, ['q', 5, -5, 0, -10, 't', 1, -9]);
    }
  }
  pen.box(`wall-${form.wall}`, 0, -h, w, h);
  pen.line(isStepped ? `wall-${form.wall}` : `roof-${form.roof}`, top.x, 0.5 - h, top.line);
  if (detail === 'farthest') {
    pen.box(paneInk(light.warmth), w / 2 - 15, -h + 8, 30, h - 24);
    if (light.warmth > 0.4) pen.circle(glowInk(light.warmth), w / 2, -h / 2, 46);
  } else {
    drawWindows(pen, form, light, detail);
    drawDoor(pen, w, light, detail);
  }
  if (light.isToday) drawLamp(new Pen(strokes, withLampToSee(place, w)));
}

const glowInk = (warmth: number) => `glow-${Math.ceil(warmth * glowSteps)}`;

function drawWindows(pen: Pen, form: HouseForm, { warmth }: HouseLight, detail: Detail): void {
  const { width: w, wallHeight: h } = form;
  const ink = paneInk(warmth);
  const upper = -h + 9;
  const left = Math.max(5, w * 0.24 - 6);
  const window = (x: number, y: number) => {
    pen.box(ink, x, y, 12, 14);
    if (warmth > 0.4) pen.circle(glowInk(warmth), x + 6, y + 7, 17);
    if (detail === 'near') {
      pen.line('bars', x + 6, y, ['v', 14]);
      pen.line('bars', x, y + 7, ['h', 12]);
    }
  };
  if (form.shape === 'stepped') window(w / 2 - 6, upper - 13);
  if (form.shape === 'mansard') pen.circle(ink, w / 2, -h - 9, 5);
  window(left, upper);
  window(w - left - 12, upper);
  if (form.floors === 2) {
    window(left - 2, upper + 24);
    window(w - left - 10, upper + 24);
  }
}

function drawDoor(pen: Pen, width: number, { isToday }: HouseLight, detail: Detail): void {
  const x = width / 2 - 6;
  const arch = ['v', -18, 'q', 0, -6, 6, -6, 'q', 6, 0, 6, 6, 'v', 18, 'z'];
  pen.line(isToday ? 'door-today' : 'door', x, 0, arch);
  if (detail === 'near') pen.circle('knob', x + 9.5, -10, 1.1);
}

/** Beside the door; from far away it is drawn larger than the house, so that it is found. */
function withLampToSee({ x, y, scale }: Place, width: number): Place {
  return { x: x + (width + 9) * scale, y, scale: Math.max(scale, 0.42) };
}

function drawLamp(pen: Pen): void {
  pen.circle('lamp-glow', 0, -50, 30);
  pen.circle('lamp-halo', 0, -50, 18);
  pen.line('post', 0, 0, ['v', -44]);
  pen.line('post', -5, 0, ['h', 10]);
  pen.circle('lamp', 0, -50, 7);
}

/** Draws a tree with its foot at the place. */
export function drawTree(
  strokes: Strokes,
  kind: 'round' | 'tall',
  height: number,
  place: Place,
): void {
  const pen = new Pen(strokes, place);
  pen.line('trunk', 0, 0, ['v', -height * 0.6]);
  if (kind === 'round') {
    pen.circle('leaves-round', 0, -height * 0.72, height * 0.34);
  } else {
    const [side, whole, middle] = [height * 0.28, height * 0.78 + 6, height * 0.5 + 6];
    pen.line('leaves-tall', 0, -height - 6, [
      ...['q', side, middle, 0, whole],
      ...['q', -side, middle - whole, 0, -whole, 'z'],
    ]);
  }
}
