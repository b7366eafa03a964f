import type { CustomerChanges, CustomerForm } from '../../../shared/contract/contract.ts';
import { displayName, hasName, type NameParts, sortName } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import type { Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { readSettings } from '../settings/settings.ts';
import { readRecord } from './get.ts';
import { requireSender } from './referrals.ts';
import { checkRelations, insertLists, type ListContext, replaceLists } from './write-lists.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;

const columns = {
  givenName: 'given_name',
  familyName: 'family_name',
  nickname: 'nickname',
  company: 'company',
  role: 'role',
  nameOrder: 'name_order',
  pronouns: 'pronouns',
  saidAs: 'said_as',
  circle: 'circle',
  rhythmDays: 'rhythm_days',
  howMet: 'how_met',
  sentBy: 'sent_by',
} as const satisfies Partial<Record<keyof CustomerForm, string>>;

/** Adds somebody, as one step. Refuses somebody without any name, or sent by nobody known. */
export function addCustomer(house: Needs, form: CustomerForm): { id: string; step: string } {
  requireName(form);
  requireSender(house, null, form.sentBy);
  checkRelations(house.connection, null, form.relations);
  const context = listContext(house);
  const { step, result } = house.journal.step(`Added ${displayName(form)}`, (write) =>
    insertCustomer(write, context, form),
  );
  return { id: result, step };
}

/**
 * Writes somebody new within a step, and gives their id. Their lists go first and their own row
 * last: the search index then takes them in once, not once for every line.
 */
export function insertCustomer(
  write: Write,
  context: Pick<ListContext, 'clock' | 'country'>,
  form: CustomerForm,
  id = newId(context.clock),
): string {
  insertLists(write, context, id, form);
  write.insert('customer', {
    id,
    ...ownColumns(form),
    ...nameColumns(form),
    added_at: context.clock.now(),
    added_day: context.clock.today(),
  });
  return id;
}

/** Changes what is given and leaves the rest, as one step. Refuses to leave somebody nameless. */
export function changeCustomer(
  house: Needs,
  id: string,
  changes: CustomerChanges,
): { step: string } {
  const record = readRecord(house.connection, id);
  const names: NameParts = {
    givenName: changes.givenName ?? record.given_name,
    familyName: changes.familyName ?? record.family_name,
    nickname: changes.nickname ?? record.nickname,
    company: changes.company ?? record.company,
    nameOrder: changes.nameOrder ?? record.name_order,
  };
  requireName(names);
  if (changes.sentBy !== undefined) requireSender(house, id, changes.sentBy);
  if (changes.relations) checkRelations(house.connection, id, changes.relations);
  const context = listContext(house);
  const { step } = house.journal.step(`Changed ${displayName(names)}`, (write) =>
    updateCustomer(write, context, id, changes, names),
  );
  return { step };
}

/** Writes changes to somebody within a step; `names` are the names as they are afterwards. */
export function updateCustomer(
  write: Write,
  context: ListContext,
  id: string,
  changes: CustomerChanges,
  names: NameParts,
): void {
  replaceLists(write, context, id, changes);
  write.update('customer', id, { ...ownColumns(changes), ...nameColumns(names) });
}

/** What writing customers needs to know; all that one step writes has one moment. */
export function listContext({ connection, clock }: Pick<House, 'connection' | 'clock'>) {
  const [now, today] = [clock.now(), clock.today()];
  return {
    connection,
    clock: { ...clock, now: () => now, today: () => today },
    country: readSettings(connection).country,
  };
}

function ownColumns(form: CustomerChanges): Row {
  const row: Row = {};
  for (const [field, column] of Object.entries(columns)) {
    const value = form[field as keyof typeof columns];
    if (value !== undefined) row[column] = value;
  }
  return row;
}

function nameColumns(names: NameParts): Row {
  return { display_name: displayName(names), sort_name: sortName(names) };
}

function requireName(names: NameParts): void {
  if (hasName(names)) return;
  throw new Refusal(
    'invalid',
    'Please give a name to remember them by: a first name, a nickname or a company is enough.',
    'givenName',
  );
}
