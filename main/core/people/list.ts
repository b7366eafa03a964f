import type { CustomerRow, PeopleSort } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import type { House } from '../core.ts';
import { all, first, type Row } from '../database/connection.ts';
import { nearby } from '../search/near-words.ts';
import { type Wanted, wanted } from '../search/query.ts';
import { readSettings } from '../settings/settings.ts';
import { customersWithStanding, readRows, rhythmInSql, silenceInSql } from './rows.ts';

/** What a list of people is asked for. */
export interface PeopleQuery {
  words: string;
  circle?: 'inner' | 'regular' | 'wider' | 'none' | undefined;
  tag?: string | undefined;
  sentBy?: string | undefined;
  overdue: boolean;
  binned: boolean;
  sort: PeopleSort;
  offset: number;
  limit: number;
}

const order: Record<PeopleSort, string> = {
  name: 'sort_name, customer.id',
  silence: 'coalesce(last_spoke_day, added_day), sort_name, customer.id',
  stretch: `CAST(${silenceInSql} AS REAL) / ${rhythmInSql} DESC NULLS LAST, sort_name, customer.id`,
  'next-follow-up': 'next_follow_up_day NULLS LAST, sort_name, customer.id',
  added: 'added_at DESC, customer.id DESC',
  sent: `(SELECT count(*) FROM customer AS sent WHERE sent.sent_by = customer.id
    AND sent.binned_at IS NULL) DESC, sort_name, customer.id`,
};

/**
 * A page of the people, and how many there are in all. Typed words are looked for in all that is
 * written on a person; when nothing is spelt like that, what is spelt nearly like that is taken.
 */
export function listPeople(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  query: PeopleQuery,
): { total: number; rows: CustomerRow[] } {
  const today = clock.today();
  const { innerDays, regularDays, widerDays } = readSettings(connection);
  const values: Row = { today, innerDays, regularDays, widerDays };

  const page = (looked: Wanted | undefined) => {
    const where = conditions(query, looked, values);
    const from = `FROM ${customersWithStanding} WHERE ${where.join(' AND ')}`;
    const total = first<{ total: number }>(connection, `SELECT count(*) AS total ${from}`, values);
    const found = all<{ id: string }>(
      connection,
      `SELECT customer.id ${from} ORDER BY ${order[query.sort]} LIMIT :limit OFFSET :offset`,
      { ...values, limit: query.limit, offset: query.offset },
    );
    return { total: total?.total ?? 0, ids: found.map((row) => row.id) };
  };

  let { total, ids } = page(query.words ? wanted(query.words) : undefined);
  if (total === 0 && query.words && !query.binned) {
    const near = nearby(connection, query.words);
    if (near) ({ total, ids } = page({ match: near.match, digits: '' }));
  }
  return { total, rows: readRows(connection, ids, today) };
}

/** The conditions of a query; fills in the values that they bind. */
function conditions(query: PeopleQuery, looked: Wanted | undefined, values: Row): string[] {
  const where = [query.binned ? 'binned_at IS NOT NULL' : 'binned_at IS NULL'];
  if (query.circle) {
    where.push('circle = :circle');
    values.circle = query.circle;
  }
  if (query.tag) {
    where.push('customer.id IN (SELECT customer_id FROM customer_tag WHERE tag = :tag)');
    values.tag = query.tag;
  }
  if (query.sentBy) {
    where.push('sent_by = :sentBy');
    values.sentBy = query.sentBy;
  }
  if (query.overdue) where.push(`${silenceInSql} > ${rhythmInSql}`);
  if (looked) where.push(query.binned ? inTheBin(query.words, values) : written(looked, values));
  return where;
}

/** Whoever has the words written on them somewhere, or that phone number. */
function written(looked: Wanted, values: Row): string {
  const either: string[] = [];
  if (looked.match) {
    either.push(`customer.id IN (
      SELECT subject_id FROM search_index JOIN search_document ON search_document.id = search_index.rowid
      WHERE search_index MATCH :match AND kind = 'customer')`);
    values.match = looked.match;
  }
  if (looked.digits) {
    either.push(`customer.id IN (
      SELECT customer_id FROM customer_contact
      WHERE kind = 'phone' AND instr(normalised, :digits) > 0)`);
    values.digits = looked.digits;
  }
  return either.length > 0 ? `(${either.join(' OR ')})` : '0';
}

/** The bin is not in the index: there, the name decides. */
function inTheBin(words: string, values: Row): string {
  values.name = folded(words);
  return 'instr(sort_name, :name) > 0';
}
