import type { RuleForm } from '../../../../shared/contract/contract.ts';
import { all, type Connection, first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { contains, fits, type Ruled } from './rule-match.ts';
import { touchMention } from './touch.ts';

export type KeptRule = RuleForm & { id: string };

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

/**
 * What the rules change of a voice: never what a person has said of it, and of several rules the
 * first. Nothing where there is nothing to change.
 */
export function changesBy(
  rules: readonly RuleForm[],
  ignored: readonly string[],
  said: Standing,
  isHere: (customerId: string) => boolean,
): Row {
  const changes: Row = {};
  const put = (column: string, value: string | number) => {
    if (!(column in changes)) changes[column] = value;
  };
  for (const rule of rules) {
    if (!fits(rule, said)) continue;
    if ((rule.does === 'noted' || rule.does === 'let-go') && said.state === 'new') {
      put('state', rule.does);
    }
    if (rule.does === 'star' && said.starred === 0) put('starred', 1);
    if (rule.does === 'tone' && rule.tone && said.said_tone === null) put('tone', rule.tone);
    if (rule.does === 'link' && rule.customerId && said.customer_id === null) {
      if (isHere(rule.customerId)) put('customer_id', rule.customerId);
    }
  }
  if (isIgnored(ignored, said)) put('state', 'let-go');
  return changes;
}

/** Whether ignored words let it go: what is new and by nobody among the customers. */
export function isIgnored(ignored: readonly string[], said: Standing): boolean {
  return (
    said.state === 'new' &&
    said.customer_id === null &&
    ignored.length > 0 &&
    contains(ignored, `${said.title}\n${said.text}`)
  );
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
