import type { CSSProperties } from 'react';
import { glowSteps, paneSteps, type Strokes } from './house-drawing.ts';

/** One path of a drawing, ready to be shown. */
export interface InkedPath {
  ink: string;
  path: string;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const walls = upTo(6);
const roofs = upTo(3);

/** Every ink with its look; what stands behind comes first. Colours are of town-colours.module.css. */
const inks = new Map<string, CSSProperties>([
  ['smoke', outline('--smoke', 3)],
  ...roofs.map((tint) => [`chimney-${tint}`, { fill: `var(--roof-${tint})` }] as const),
  ['trunk', outline('--trunk', 2.5)],
  ['leaves-round', { fill: 'var(--leaves)' }],
  ['leaves-tall', { fill: 'var(--leaves-tall)' }],
  ...walls.map((tint) => [`wall-${tint}`, { fill: `var(--wall-${tint})` }] as const),
  ...roofs.map((tint) => [`roof-${tint}`, { fill: `var(--roof-${tint})` }] as const),
  ...upTo(glowSteps + 1).map(
    (step) =>
      [`glow-${step}`, { fill: 'var(--glow)', opacity: (step / glowSteps) * 0.28 }] as const,
  ),
  ...upTo(paneSteps + 1).map((step) => [`pane-${step}`, { fill: paneColour(step) }] as const),
  ['bars', outline('--bars', 1.2)],
  ['door', { fill: 'var(--door)' }],
  ['door-today', { fill: 'var(--door-today)' }],
  ['knob', { fill: 'var(--knob)' }],
  ['lamp-glow', { fill: 'var(--lamp)', opacity: 'var(--lamp-glow)' }],
  ['lamp-halo', { fill: 'var(--lamp)', opacity: 'var(--lamp-glow)' }],
  ['post', outline('--post', 2.5)],
  ['lamp', { fill: 'var(--lamp)' }],
]);

function outline(colour: string, width: number): CSSProperties {
  return {
    fill: 'none',
    stroke: `var(${colour})`,
    strokeWidth: `calc(${width}px * var(--drawn-at, 1))`,
    strokeLinecap: 'round',
  };
}

function paneColour(step: number): string {
  const lit = Math.round((step / paneSteps) * 100);
  return `color-mix(in oklab, var(--pane-lit) ${lit}%, var(--pane-dark))`;
}

/** How an ink looks. */
export function lookOf(ink: string): CSSProperties | undefined {
  return inks.get(ink);
}

/** What was drawn, in the order in which it is to be laid on. */
export function inOrderOfInks(strokes: Strokes): InkedPath[] {
  return [...inks.keys()].flatMap((ink) => {
    const path = strokes.get(ink);
    return path === undefined ? [] : [{ ink, path }];
  });
}
