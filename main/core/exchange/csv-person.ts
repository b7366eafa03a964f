import type { CustomerFormInput, PeopleField } from '../../../shared/contract/contract.ts';
import { splitName } from '../../../shared/names.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import {
  type Cell,
  cellsIn,
  labelOfCell,
  type Plan,
  planColumns,
  several,
  valuesOf,
} from './csv-columns.ts';
import { keptCell } from './csv-kept.ts';
import { contactsIn, datesIn, relationsIn, worksIn } from './csv-lists.ts';
import type { Mapping } from './csv-mapping.ts';
import type { Table } from './csv-read.ts';
import { type Found, foundPerson, type Link } from './found.ts';
import type { DateOrder } from './written-dates.ts';

/** Groups that address books keep for themselves. */
const notTags = /^(\* )?(my ?contacts|starred|imported on .*)$/i;

/** The people of a table, one for each row. `usual` is how dates with slashes are usually meant. */
export function peopleInTable(
  table: Table,
  mapping: Mapping,
  usual: DateOrder,
  tell: Tell,
): Found[] {
  const plan = planColumns(table.columns, table.rows, mapping, usual);
  return table.rows.map((row, index) => {
    tell('reading', index, table.rows.length);
    return personInRow(index + 1, row, plan);
  });
}

function personInRow(number: number, row: readonly string[], plan: Plan): Found {
  const { exact } = plan;
  const cells = cellsIn(row, plan);
  const of = (field: PeopleField) => cells.filter((cell) => cell.field === field);
  const values = (field: PeopleField) => of(field).flatMap((cell) => valuesOf(cell, exact));
  const joined = (field: PeopleField) => values(field).join(' ');
  const [nickname = '', ...nicknames] = values('nickname');
  const given = { givenName: joined('givenName'), familyName: joined('familyName') };
  const { dates, unread } = datesIn(cells, plan.order, exact);
  const { relations, links } = relationsIn(cells, exact);
  const sender = senderIn(of('sentBy')[0]);
  const own = ownFields(of);
  const form: CustomerFormInput = {
    ...(given.givenName || given.familyName ? given : splitName(joined('fullName'))),
    ...own.form,
    ...worksIn(cells, exact),
    nickname,
    otherNames: [
      ...of('otherName').map((cell) => ({ name: cell.text, label: labelOfName(cell, exact) })),
      ...nicknames.map((name) => ({ name, label: '' })),
    ],
    pronouns: of('pronouns')[0]?.text ?? '',
    saidAs: withoutRepeats(values('saidAs')).join(' '),
    howMet: [...of('howMet').map(({ text }) => text), ...sender.words].join('\n'),
    contacts: contactsIn(cells, exact),
    relations,
    dates,
    facts: [...of('fact').map(factIn), ...of('title').map(titleIn), ...unread].map((text) => ({
      text,
    })),
    tags: of('tags')
      .flatMap((cell) => valuesOf(cell, exact))
      .flatMap(tagsInCell)
      .filter((tag) => exact || !notTags.test(tag)),
  };
  const note = of('note')
    .map(({ text }) => text)
    .join('\n\n');
  return foundPerson(number, form, note, {
    card: {
      uids: of('cardId').flatMap(({ text }) => text.split(several)),
      lines: [...of('keep'), ...own.unread].map(keptCell),
      links: [...links, ...sender.links],
      photo: null,
      whole: false,
    },
  });
}

/** What only our own tables say; a cell that says something else is kept as it is. */
function ownFields(of: (field: PeopleField) => Cell[]) {
  const form: Pick<CustomerFormInput, 'circle' | 'rhythmDays' | 'nameOrder'> = {};
  const unread: Cell[] = [];
  for (const cell of [...of('circle'), ...of('rhythmDays'), ...of('nameOrder')]) {
    const { field, text } = cell;
    const days = Number(text);
    if (field === 'circle' && isOneOf(text, ['inner', 'regular', 'wider', 'none'] as const)) {
      form.circle = text;
    } else if (field === 'rhythmDays' && Number.isInteger(days) && days >= 1 && days <= 730) {
      form.rhythmDays = days;
    } else if (isOneOf(text, ['given-first', 'family-first'] as const)) form.nameOrder = text;
    else unread.push(cell);
  }
  return { form, unread };
}

function isOneOf<Word extends string>(text: string, words: readonly Word[]): text is Word {
  return words.some((word) => word === text);
}

/** Who sent somebody: by their card in our own tables; else in words, under how one met. */
function senderIn(cell: Cell | undefined): { words: string[]; links: Link[] } {
  if (!cell) return { words: [], links: [] };
  const uid = cell.detail('id');
  return uid
    ? { words: [], links: [{ uid, as: 'sender', relation: '', at: null }] }
    : { words: [`Sent by ${cell.text}`], links: [] };
}

function labelOfName(cell: Cell, exact: boolean): string {
  const isPlain = /^other name/i.test(cell.column);
  return labelOfCell(cell, exact) || (isPlain ? '' : cell.column.toLowerCase().slice(0, 60));
}

/** A fact, led in by what its column is called where that says something. */
function factIn({ column, text, detail }: Cell): string {
  const called = /^fact \d+$/i.test(column) ? '' : detail('label') || detail('type') || column;
  return (called ? `${called}: ${text}` : text).slice(0, 500);
}

function titleIn({ text }: Cell): string {
  return `Title: ${text}`.slice(0, 500);
}

/** A name said whole and again in its parts is said once. */
function withoutRepeats(said: readonly string[]): string[] {
  const [whole = ''] = said;
  return said.length > 1 && said.slice(1).every((part) => whole.includes(part))
    ? [whole]
    : [...said];
}

/** Tags between commas or semicolons; one that has such a mark in it stands in quotes. */
function tagsInCell(text: string): string[] {
  const tags = text.matchAll(/\s*"((?:[^"]|"")*)"\s*(?=[,;]|$)|([^,;]+)/g);
  return [...tags]
    .map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim())
    .filter(Boolean);
}
