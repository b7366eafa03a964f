import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('renderer/app/theme.css', 'utf8');

/** The variables of the first block that begins with the selector. */
function variables(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0] ?? '';
  const found = block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

/** WCAG 2.2: relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const texts: [text: string, grounds: string[]][] = [
  ['ink', ['paper', 'card', 'hover', 'calm', 'lamp-ground', 'choice', 'chosen']],
  ['soft', ['paper', 'card', 'hover', 'choice']],
  ['step-ink', ['paper', 'card', 'hover', 'calm']],
  ['step-text', ['step', 'step-hover']],
  ['calm-ink', ['calm']],
  ['calm-soft', ['calm']],
  ['lamp-ink', ['paper', 'card', 'lamp-ground']],
  ['danger-ink', ['paper', 'card', 'hover']],
  ['danger-text', ['danger', 'danger-hover']],
];

for (const [light, selector] of [
  ['day', ':root {'],
  ['evening', ':root[data-mantine-color-scheme="dark"]'],
] as const) {
  const colours = variables(selector);
  const at = (name: string) => colours[name] ?? expect.fail(`no --${name} by ${light}`);

  test(`by ${light} every text can be read on its grounds at 5.5:1 or better`, () => {
    for (const [text, grounds] of texts) {
      for (const ground of grounds) {
        const found = contrast(at(text), at(ground));
        expect(found, `${text} on ${ground}`).toBeGreaterThanOrEqual(5.5);
      }
    }
  });

  test(`by ${light} fields and the focus ring stand out at 3:1 or better`, () => {
    for (const edge of ['field-line', 'ring']) {
      for (const ground of ['paper', 'card']) {
        expect(contrast(at(edge), at(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
}
