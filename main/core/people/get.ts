import type { Contact, Customer, Fact } from '../../../shared/contract/contract.ts';
import { nextOccurrence } from '../../../shared/dates.ts';
import { inverseRelation } from '../../../shared/kinship.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { rhythmInForce, seenRhythm } from '../../../shared/rhythm.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';
import { readReturns } from './came-back.ts';
import { nameOf } from './name-of.ts';
import { readRows } from './rows.ts';

/** A customer's own row. */
export interface CustomerRecord {
  id: string;
  given_name: string;
  family_name: string;
  nickname: string;
  company: string;
  role: string;
  name_order: Customer['nameOrder'];
  pronouns: string;
  said_as: string;
  display_name: string;
  circle: Customer['circle'];
  rhythm_days: number | null;
  left_rhythm_days: number | null;
  how_met: string;
  sent_by: string | null;
  binned_at: number | null;
  merged_into: string | null;
}

/** The talks from which the rhythm is seen: the latest of them. */
const talksThatTell = 24;

/** A customer's own row. Refuses when there is nobody with that id. */
export function readRecord(connection: Connection, id: string): CustomerRecord {
  const record = first<CustomerRecord>(connection, 'SELECT * FROM customer WHERE id = ?', [id]);
  if (!record) throw new Refusal('not-found', 'This person is not here any more.');
  return record;
}

/** All that is known of a customer, also of one in the bin. Refuses when there is nobody. */
export function getCustomer(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  id: string,
): Customer {
  const record = readRecord(connection, id);
  const [row] = readRows(connection, [id], clock.today());
  if (!row) throw new Error(`Customer ${id} has no row`);
  const settings = readSettings(connection);
  return {
    ...row,
    givenName: record.given_name,
    familyName: record.family_name,
    nickname: record.nickname,
    role: record.role,
    nameOrder: record.name_order,
    pronouns: record.pronouns,
    saidAs: record.said_as,
    otherNames: all<Customer['otherNames'][number]>(
      connection,
      'SELECT id, name, label FROM customer_name WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    works: all<Customer['works'][number]>(
      connection,
      'SELECT id, company, role FROM customer_work WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    ownRhythmDays: record.rhythm_days,
    seenRhythmDays: seenRhythm(
      spokeDays(connection, id),
      rhythmInForce(record.circle, record.rhythm_days, settings),
      record.left_rhythm_days,
    ),
    howMet: record.how_met,
    sentBy: readSender(connection, record.sent_by),
    cameBack: readReturns(connection, id),
    contacts: readContacts(connection, id),
    relations: readRelations(connection, id),
    dates: readDates(connection, id).map((date) => ({
      ...date,
      nextDay: nextOccurrence(date, clock.today(), settings.leapDay),
    })),
    facts: all<Fact & { id: string }>(
      connection,
      'SELECT id, text FROM customer_fact WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    attempts:
      first<{ attempts: number }>(
        connection,
        'SELECT attempts FROM customer_standing WHERE customer_id = ?',
        [id],
      )?.attempts ?? 0,
    binnedAt: record.binned_at,
    mergedInto: readSender(connection, record.merged_into),
  };
}

/** The latest days on which they were really spoken with. */
function spokeDays(connection: Connection, id: string): string[] {
  return all<{ day: string }>(
    connection,
    `SELECT DISTINCT happened_day AS day FROM conversation_customer
     JOIN conversation ON conversation.id = conversation_id
     WHERE customer_id = ? AND reached = 1 AND binned_at IS NULL
     ORDER BY day DESC LIMIT ${talksThatTell}`,
    [id],
  ).map((row) => row.day);
}

function readSender(connection: Connection, id: string | null): Customer['sentBy'] {
  const name = nameOf(connection, id);
  return id !== null && name !== undefined ? { id, name } : null;
}

/** Ways to reach somebody, in the order in which they were put. */
export function readContacts(connection: Connection, id: string): Customer['contacts'] {
  return all<Contact & { id: string }>(
    connection,
    `SELECT id, kind, label, value, network FROM customer_contact
     WHERE customer_id = ? ORDER BY position, id`,
    [id],
  );
}

/** Dates of somebody's life, in the order in which they were put. */
export function readDates(
  connection: Connection,
  id: string,
): Omit<Customer['dates'][number], 'nextDay'>[] {
  const rows = all<Omit<Customer['dates'][number], 'nextDay' | 'yearly'> & { yearly: number }>(
    connection,
    `SELECT id, kind, label, year, month, day, yearly, notice_days AS noticeDays
     FROM customer_date WHERE customer_id = ? ORDER BY position, id`,
    [id],
  );
  return rows.map((date) => ({ ...date, yearly: date.yearly === 1 }));
}

interface Named {
  id: string;
  otherId: string | null;
  name: string;
  relation: string;
  note: string;
}

/**
 * The people around somebody: those they name, and those who name them, turned round. Two who
 * name each other are shown once; somebody in the bin names nobody.
 */
function readRelations(connection: Connection, id: string): Customer['relations'] {
  const own = all<Named>(
    connection,
    `SELECT customer_relation.id, other.id AS otherId,
       coalesce(other.display_name, customer_relation.name) AS name, relation, note
     FROM customer_relation
     LEFT JOIN customer AS other ON other.id = other_id
     WHERE customer_id = ?
     ORDER BY position, customer_relation.id`,
    [id],
  );
  const named = new Set(own.map((relation) => relation.otherId));
  const others = all<Named & { pronouns: string }>(
    connection,
    `SELECT customer_relation.id, customer.id AS otherId, display_name AS name, relation, note,
       pronouns
     FROM customer_relation JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     WHERE other_id = ? AND customer_id <> ? ORDER BY sort_name, customer_relation.id`,
    [id, id],
  ).filter((relation) => !named.has(relation.otherId));
  return [
    ...own.map((relation) => ({ ...relation, fromOther: false })),
    ...others.map(({ pronouns, ...relation }) => ({
      ...relation,
      relation: inverseRelation(relation.relation, pronouns),
      fromOther: true,
    })),
  ];
}
