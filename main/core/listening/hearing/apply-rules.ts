import type { RuleForm } from '../../../../shared/contract/contract.ts';
import { all, type Connection, first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { type Conditions, fits, type Ruled } from './rule-match.ts';
import { touchMention } from './touch.ts';

export type KeptRule = RuleForm & { id: string };
/** A rule, or the ignored words. */
export type DoneByItself = RuleForm & Conditions;

interface RuleRow {
  id: string;
  source_id: string | null;
  author: string;
  containing: string;
  stars_at_most: number | null;
  by_customer: number;
  does: RuleForm['does'];
  tone: RuleForm['tone'];
  customer_id: string | null;
}

/** The setting under which the ignored words are kept. */
export const ignoredSetting = 'ignored-words';

/** The rules that hold, in the order in which they were made. */
export function keptRules(connection: Connection): KeptRule[] {
  return all<RuleRow>(connection, 'SELECT * FROM rule ORDER BY made_at, id').map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    author: row.author,
    containing: JSON.parse(row.containing) as string[],
    starsAtMost: row.stars_at_most,
    byCustomer: row.by_customer === 1,
    does: row.does,
    tone: row.tone,
    customerId: row.customer_id,
  }));
}

/** Words whose voices are let go by themselves. */
export function ignoredWords(connection: Connection): string[] {
  const row = first<{ value: string }>(connection, 'SELECT value FROM setting WHERE id = ?', [
    ignoredSetting,
  ]);
  return row ? (JSON.parse(row.value) as string[]) : [];
}

/** How a voice stands before a rule comes to it. */
export interface Standing extends Ruled {
  state: string;
  starred: number;
  said_tone: string | null;
}

export const standingColumns = `heard.id, source_id, title, text, author, author_handle, author_key,
  rating_share, customer_id, state, starred, said_tone`;

/** The ignored words as a rule: it lets go, but nobody among the customers. */
export function ignoring(terms: readonly string[]): DoneByItself {
  return {
    sourceId: null,
    author: '',
    containing: [...terms],
    starsAtMost: null,
    byCustomer: false,
    sparesCustomers: true,
    does: 'let-go',
    tone: null,
    customerId: null,
  };
}

/** What one rule changes of a voice that it fits: never what a person has said of it. */
export function changesOf(
  rule: DoneByItself,
  said: Pick<Standing, 'state' | 'starred' | 'said_tone' | 'customer_id'>,
  isHere: (customerId: string) => boolean,
): Row {
  switch (rule.does) {
    case 'noted':
    case 'let-go':
      return said.state === 'new' ? { state: rule.does } : {};
    case 'star':
      return said.starred === 0 ? { starred: 1 } : {};
    case 'tone':
      return rule.tone && said.said_tone === null ? { tone: rule.tone } : {};
    case 'link': {
      const { customerId } = rule;
      return customerId && said.customer_id === null && isHere(customerId)
        ? { customer_id: customerId }
        : {};
    }
    case 'tell':
      return {};
  }
}

/** What all the rules change of a voice together: where two would, the first does. */
export function changesByAll(
  rules: readonly DoneByItself[],
  said: Standing,
  isHere: (customerId: string) => boolean,
): Row {
  const fitting = rules.filter((rule) => fits(rule, said));
  return Object.assign({}, ...fitting.map((rule) => changesOf(rule, said, isHere)).toReversed());
}

/** Writes the changes of a rule; a change of state is dated. */
export function writeChanges(
  write: Write,
  connection: Connection,
  id: string,
  changes: Row,
  now: number,
): void {
  const dated = 'state' in changes ? { ...changes, state_at: now } : changes;
  touchMention(write, connection, id, dated);
}

/** Whether a customer is here, and not in the bin. */
export function isCustomerHere(connection: Connection, id: string): boolean {
  return (
    first(connection, 'SELECT 1 FROM customer WHERE id = ? AND binned_at IS NULL', [id]) !==
    undefined
  );
}
