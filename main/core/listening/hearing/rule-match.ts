import type { RuleForm } from '../../../../shared/contract/contract.ts';
import { folded } from '../../../../shared/names.ts';

/** What a rule looks at. */
export interface Ruled {
  id: string;
  source_id: string;
  title: string;
  text: string;
  author: string;
  author_handle: string;
  author_key: string;
  rating_share: number | null;
  customer_id: string | null;
}

export type Conditions = Pick<
  RuleForm,
  'sourceId' | 'author' | 'containing' | 'starsAtMost' | 'byCustomer'
> & { sparesCustomers?: boolean };

/** Scripts that write without blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a rule says at all which voices it means. */
export function hasConditions(rule: Conditions): boolean {
  return (
    rule.sourceId !== null ||
    rule.author !== '' ||
    rule.containing.length > 0 ||
    rule.starsAtMost !== null ||
    rule.byCustomer
  );
}

/** Whether every condition of the rule holds for this voice. */
export function fits(rule: Conditions, said: Ruled): boolean {
  if (rule.sourceId && rule.sourceId !== said.source_id) return false;
  if (rule.byCustomer && said.customer_id === null) return false;
  if (rule.sparesCustomers && said.customer_id !== null) return false;
  if (rule.starsAtMost !== null && !(starsOf(said.rating_share) <= rule.starsAtMost)) return false;
  if (rule.author && !isBy(rule.author, said)) return false;
  return rule.containing.length === 0 || contains(rule.containing, `${said.title}\n${said.text}`);
}

/** A share of any scale as stars from 1 to 5; more than any where there is no rating. */
function starsOf(share: number | null): number {
  return share === null ? Number.POSITIVE_INFINITY : Math.round((1 + share * 4) * 100) / 100;
}

function isBy(author: string, said: Ruled): boolean {
  const wanted = bareName(author);
  const handle = said.author_key.replace(/^[^:]*:/, '');
  return [said.author, said.author_handle, said.author_key, handle].some(
    (name) => name !== '' && bareName(name) === wanted,
  );
}

const bareName = (name: string) => folded(name).replace(/^(\/?u\/|@)/, '');

/** Whether one of the phrases is in the words: whole words, whatever their case and accents. */
export function contains(phrases: readonly string[], words: string): boolean {
  const spaced = ` ${plain(words)} `;
  return phrases.some((phrase) => {
    const wanted = plain(phrase);
    if (wanted === '') return false;
    return unspaced.test(wanted) ? spaced.includes(wanted) : spaced.includes(` ${wanted} `);
  });
}

/** Folded, with everything but letters and figures made a blank. */
function plain(words: string): string {
  return folded(words)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
