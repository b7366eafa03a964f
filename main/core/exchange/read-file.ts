import type { PeopleField } from '../../../shared/contract/contract.ts';
import { sortName } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import { guessMapping, type Mapping } from './csv-mapping.ts';
import { peopleInTable } from './csv-person.ts';
import { readTable } from './csv-read.ts';
import { type FileText, fileText } from './file-text.ts';
import type { Found } from './found.ts';
import { uidKey } from './uid.ts';
import { groupOn, tagMembers } from './vcard-groups.ts';
import { countCards, readCards } from './vcard-lines.ts';
import { personOnCard } from './vcard-person.ts';
import { readProperties } from './vcard-properties.ts';

/** A file of people, as it comes. */
export interface PeopleFile {
  fileName: string;
  /** Its bytes in base64 (RFC 4648). */
  content: string;
  mapping?: { column: string; field: PeopleField }[] | undefined;
}

/** What a file holds. */
export interface PeopleRead {
  format: 'vcard' | 'csv';
  mapping: Mapping | null;
  /** The first thing that stands in each column of a table. */
  examples: string[];
  people: Found[];
}

/** Countries where a date with slashes begins with the month. */
const monthFirst = new Set(['US', 'PH', 'CA']);

/**
 * The people in a vCard or CSV file; which of both it is shows in what stands in it, not in its
 * name. `tell` hears how far it is. Refuses a file in which nobody is; a single person who cannot
 * be read stops nobody else.
 */
export function readPeopleFile(file: PeopleFile, country: string, tell: Tell): PeopleRead {
  const text = fileText(file.content);
  if (/^\s*BEGIN:VCARD/im.test(text.text)) {
    const people = peopleOnCards(text, tell);
    if (people.length === 0) throw nobodyInIt(file);
    return { format: 'vcard', mapping: null, examples: [], people };
  }
  if (text.text.includes('\u0000')) throw nobodyInIt(file);
  const table = readTable(text);
  if (table.rows.length === 0) throw nobodyInIt(file);
  const mapping = file.mapping ?? guessMapping(table);
  const usual = monthFirst.has(country) ? 'month-first' : 'day-first';
  const examples = mapping.map(({ column }) => {
    const index = table.columns.indexOf(column);
    return table.rows.find((row) => row[index])?.[index] ?? '';
  });
  return { format: 'csv', mapping, examples, people: peopleInTable(table, mapping, usual, tell) };
}

/** Groups of an address book become tags of their members. */
function peopleOnCards(text: FileText, tell: Tell): Found[] {
  const count = countCards(text);
  let index = 0;
  const people: Found[] = [];
  const groups: { tag: string; members: string[] }[] = [];
  for (const card of readCards(text)) {
    tell('reading', index, count);
    index += 1;
    const properties = readProperties(card);
    const group = groupOn(properties);
    if (group) groups.push(group);
    else people.push(personOnCard(index, properties));
  }
  tagMembers(people, groups);
  return withOwnUids(people);
}

/** A UID that several people of one file have tells nothing of any of them. */
function withOwnUids(people: Found[]): Found[] {
  const bearers = new Map<string, string>();
  const shared = new Set<string>();
  for (const { form, card } of people) {
    for (const uid of card.uids.map(uidKey)) {
      const name = sortName(form);
      if ((bearers.get(uid) ?? name) !== name) shared.add(uid);
      bearers.set(uid, name);
    }
  }
  if (shared.size === 0) return people;
  return people.map((found) => {
    const uids = found.card.uids.filter((uid) => !shared.has(uidKey(uid)));
    return { ...found, card: { ...found.card, uids } };
  });
}

function nobodyInIt({ fileName }: PeopleFile): Refusal {
  return new Refusal(
    'unreadable',
    `There is nobody in ${fileName || 'this file'} that could be read. Address books save people as vCard (.vcf) or CSV.`,
    'content',
  );
}
