import type { ChangeInWords, Circle } from '../../../../shared/contract/contract.ts';
import { circleName, everyWords } from '../../../../shared/wording/circles.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import { localDay } from '../../clock.ts';
import type { Row, Value } from '../../database/connection.ts';
import { nameOf } from '../name-of.ts';
import type { Changed, Reader } from './change-words.ts';

type Said = (reader: Reader, value: Exclude<Value, null>) => string | null;

const asItIs: Said = (_, value) => String(value) || null;

/** A customer's own columns: what each is called, and how its value is said. */
const columns: Record<string, [what: string, said: Said]> = {
  given_name: ['First name', asItIs],
  family_name: ['Last name', asItIs],
  nickname: ['Called', asItIs],
  company: ['Business', asItIs],
  role: ['What they do', asItIs],
  name_order: [
    'Order of the names',
    (_, order) => (order === 'family-first' ? 'last name first' : 'first name first'),
  ],
  pronouns: ['Pronouns', asItIs],
  said_as: ['How the name is said', asItIs],
  circle: ['Circle', (_, circle) => circleName(circle as Circle)],
  rhythm_days: ['Rhythm of their own', (_, days) => everyWords(Number(days))],
  left_rhythm_days: ['Rhythm seen, and not taken', (_, days) => everyWords(Number(days))],
  how_met: ['How you met', asItIs],
  sent_by: ['Sent by', called],
  added_day: ['Here since', (_, day) => fullDay(String(day), '')],
  binned_at: ['In the bin', (reader, at) => `since ${dayOf(reader, Number(at))}`],
  merged_into: ['One with', called],
};

/** What goes without saying of somebody new. */
const usual: Row = { name_order: 'given-first', circle: 'regular' };

/** What was changed of a customer's own row. */
export function ownWords(reader: Reader, { before, after }: Changed): ChangeInWords[] {
  return Object.entries(columns).flatMap(([column, [what, said]]) => {
    const [was, is] = [before?.[column] ?? null, after?.[column] ?? null];
    if (was === is) return [];
    const isNew = before === null || after === null;
    if (isNew && (column === 'added_day' || (is ?? was) === usual[column])) return [];
    const words = {
      what,
      before: was === null ? null : said(reader, was),
      after: is === null ? null : said(reader, is),
    };
    return words.before === null && words.after === null ? [] : [words];
  });
}

function called({ connection }: Reader, id: Exclude<Value, null>): string {
  return nameOf(connection, id) ?? 'somebody who is not here any more';
}

function dayOf({ zone }: Reader, at: number): string {
  return fullDay(localDay(at, zone), '');
}
