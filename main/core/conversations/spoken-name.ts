import { folded } from '../../../shared/names.ts';

/** Blanks between characters of scripts that are written without any. */
const unspacedBlank =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;

/** A name as the table of spoken names has it: folded, its words parted by single blanks. */
export function spokenName(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(unspacedBlank, '');
}
