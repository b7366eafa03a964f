import type { ParsedRating } from '../parsed.ts';

/** A rating as it stands in a cell; the best of its scale only where the cell says it. */
export interface CellRating {
  value: number;
  best: number | null;
}

const words: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/** What stands in a cell where nobody rated. */
export function isUnrated(cell: string): boolean {
  return /^(-+|–|n\/?a|none|null)$/i.test(cell.trim());
}

/** The rating in a cell: `4`, `4,5`, `4/5`, `8 out of 10`, `80 %`, `★★★★☆`, `FIVE`, `4 stars`. */
export function readRating(cell: string): CellRating | null {
  const text = cell.trim();
  const lit = text.match(/[★⭐]/gu)?.length ?? 0;
  if (lit > 0)
    return { value: lit, best: /☆/.test(text) ? lit + (text.match(/☆/g) ?? []).length : 5 };
  const word = words[text.toLowerCase().replace(/[ _-]?stars?$/, '')];
  if (word) return { value: word, best: 5 };
  const found =
    /^(\d+(?:[.,]\d+)?)\s*(?:(?:\/|of|out of|von|sur|su|de)\s*(\d+(?:[.,]\d+)?)|(%)|(?:stars?|sterne?|étoiles?|stelle|estrellas)?)\s*(?:stars?|sterne?)?$/i.exec(
      text,
    );
  if (!found) return null;
  const [, value, best, percent] = found;
  return { value: number(value), best: best ? number(best) : percent ? 100 : null };
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

/** The scale of a whole column. */
export interface Scale {
  best: number;
  worst: number;
}

/** The scale that a column's ratings are most likely on: to 5, 10 or 100; null without ratings. */
export function guessBest(ratings: readonly CellRating[]): number | null {
  if (ratings.length === 0) return null;
  const said = ratings.find(({ best }) => best !== null)?.best;
  if (said) return said;
  const most = Math.max(...ratings.map(({ value }) => value));
  return most <= 5 ? 5 : most <= 10 ? 10 : 100;
}

/** Scales begin at 1, unless somebody gave less, or they are shares of a hundred. */
export function scaleTo(best: number, ratings: readonly CellRating[]): Scale {
  const below = ratings.some(({ value }) => value < 1);
  return { best, worst: below || best >= 50 ? 0 : 1 };
}

/** The rating on its scale, or null when it does not fit on it. */
export function onScale({ value, best }: CellRating, scale: Scale): ParsedRating | null {
  const top = best ?? scale.best;
  return value > top ? null : { value, best: top, worst: top >= 50 ? 0 : scale.worst };
}
