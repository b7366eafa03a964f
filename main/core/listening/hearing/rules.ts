import type { Rule, RuleForm, RuleTried } from '../../../../shared/contract/contract.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { type Connection, first, type Row } from '../../database/connection.ts';
import { newId } from '../../journal/new-id.ts';
import type { Write } from '../../journal/write.ts';
import { mentionRows } from '../mentions.ts';
import {
  changesOf,
  type DoneByItself,
  ignoredSetting,
  ignoredWords,
  ignoring,
  isCustomerHere,
  keptRules,
  writeChanges,
} from './apply-rules.ts';
import { hasConditions } from './rule-match.ts';
import { ignoringWords, ruleWords } from './rule-words.ts';
import { standingOf, storedFor } from './stored-voices.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

/** How many of those that a rule fits are shown before it is kept. */
const mostShown = 20;

/** Every rule with its sentence, the oldest first, and the words that are ignored. */
export function listRules(connection: Connection): { rules: Rule[]; ignored: string[] } {
  const rules = keptRules(connection).map((rule) => ({
    ...rule,
    words: wordsOf(connection, rule),
  }));
  return { rules, ignored: ignoredWords(connection) };
}

/** What a rule fits among what is stored, and how much it would change. Changes nothing. */
export async function tryRule(connection: Connection, rule: RuleForm): Promise<RuleTried> {
  requireSense(connection, rule);
  const found = await storedFor(connection, rule);
  return tried(connection, wordsOf(connection, rule), found, rule);
}

/** Keeps a rule, and applies it to what is stored when that is wished: all in one step. */
export async function keepRule(
  house: Needs,
  { id, alsoStored, ...rule }: RuleForm & { id?: string | undefined; alsoStored: boolean },
): Promise<{ id: string; step: string; changed: number }> {
  const { connection, clock } = house;
  requireSense(connection, rule);
  const found = alsoStored ? await storedFor(connection, rule) : [];
  const known = id
    ? first<{ made_at: number }>(connection, 'SELECT made_at FROM rule WHERE id = ?', [id])
    : undefined;
  if (id && !known) throw new Refusal('not-found', 'This rule is not here any more.');
  const kept = id ?? newId(clock);
  const label = `${known ? 'Changed' : 'Made'} a rule: ${wordsOf(connection, rule)}`;
  const { step, result } = house.journal.step(label, (write) => {
    write.put('rule', { id: kept, made_at: known?.made_at ?? clock.now(), ...columnsOf(rule) });
    return applyAll(house, write, found, rule);
  });
  return { id: kept, step, changed: result };
}

/** Forgets a rule; what it has done stays done. */
export function removeRule({ connection, journal }: Needs, id: string): { step: string } {
  const rule = keptRules(connection).find((one) => one.id === id);
  if (!rule) throw new Refusal('not-found', 'This rule is not here any more.');
  const label = `Forgot a rule: ${wordsOf(connection, rule)}`;
  const { step } = journal.step(label, (write) => write.remove('rule', id));
  return { step };
}

/** What these words would let go by themselves. Changes nothing. */
export async function tryIgnoring(connection: Connection, terms: string[]): Promise<RuleTried> {
  const found = terms.length > 0 ? await storedFor(connection, ignoring(terms)) : [];
  return tried(connection, ignoringWords(terms), found, ignoring(terms));
}

/** Sets the words that are ignored; what is stored goes with them when that is wished. */
export async function ignoreWords(
  house: Needs,
  { terms, alsoStored }: { terms: string[]; alsoStored: boolean },
): Promise<{ step: string; changed: number }> {
  const rule = ignoring([...new Set(terms)]);
  const found = alsoStored && terms.length > 0 ? await storedFor(house.connection, rule) : [];
  const { step, result } = house.journal.step('Changed the words to ignore', (write) => {
    write.put('setting', { id: ignoredSetting, value: JSON.stringify(rule.containing) });
    return applyAll(house, write, found, rule);
  });
  return { step, changed: result };
}

function tried(
  connection: Connection,
  words: string,
  found: readonly string[],
  rule: DoneByItself,
): RuleTried {
  const changed = changesFor(connection, found, rule);
  const rows = mentionRows(connection, found.slice(0, mostShown));
  return { words, fits: found.length, changes: changed.length, rows };
}

/** Applies it to these within a step; gives how many it changed. */
function applyAll(
  { connection, clock }: Needs,
  write: Write,
  found: readonly string[],
  rule: DoneByItself,
): number {
  const changed = changesFor(connection, found, rule);
  for (const { id, changes } of changed) writeChanges(write, connection, id, changes, clock.now());
  return changed.length;
}

function changesFor(connection: Connection, found: readonly string[], rule: DoneByItself) {
  const isHere = (id: string) => isCustomerHere(connection, id);
  return standingOf(connection, found)
    .map((said) => ({ id: said.id, changes: changesOf(rule, said, isHere) }))
    .filter(({ changes }) => Object.keys(changes).length > 0);
}

function requireSense(connection: Connection, rule: RuleForm): void {
  if (!hasConditions(rule)) {
    throw new Refusal('invalid', 'Please say which voices are meant.', 'containing');
  }
  if (rule.sourceId && sourceName(connection, rule.sourceId) === null) {
    throw new Refusal('not-found', 'This source is not here any more.', 'sourceId');
  }
  if (rule.does === 'tone' && !rule.tone) {
    throw new Refusal('invalid', 'Please say how these voices are meant.', 'tone');
  }
  if (rule.does === 'link' && !(rule.customerId && isCustomerHere(connection, rule.customerId))) {
    throw new Refusal('invalid', 'Please say whose words these are.', 'customerId');
  }
}

function columnsOf(rule: RuleForm): Row {
  return {
    source_id: rule.sourceId,
    author: rule.author,
    containing: JSON.stringify(rule.containing),
    stars_at_most: rule.starsAtMost,
    by_customer: rule.byCustomer ? 1 : 0,
    does: rule.does,
    tone: rule.does === 'tone' ? rule.tone : null,
    customer_id: rule.does === 'link' ? rule.customerId : null,
  };
}

function wordsOf(connection: Connection, rule: RuleForm): string {
  const customer = rule.customerId
    ? first<{ display_name: string }>(
        connection,
        'SELECT display_name FROM customer WHERE id = ? AND binned_at IS NULL',
        [rule.customerId],
      )
    : undefined;
  return ruleWords(rule, {
    source: rule.sourceId ? sourceName(connection, rule.sourceId) : null,
    customer: customer?.display_name ?? null,
  });
}

function sourceName(connection: Connection, id: string): string | null {
  const found = first<{ name: string }>(
    connection,
    'SELECT name FROM source WHERE id = ? AND removed_at IS NULL',
    [id],
  );
  return found?.name ?? null;
}
