import type { PersonFound } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import { readSettings } from '../settings/settings.ts';
import { acquaintance } from './already.ts';
import type { Mapping } from './csv-mapping.ts';
import { foundName } from './found.ts';
import { type PeopleFile, readPeopleFile } from './read-file.ts';

/** What a file would bring. */
export interface Preview {
  format: 'vcard' | 'csv';
  mapping: Mapping | null;
  examples: string[];
  total: number;
  problems: number;
  people: PersonFound[];
}

/** How many people are shown, and how many of those with a problem. */
const mostShown = 50;
const mostProblems = 200;

/** Shows what a file of people holds and who of them is there already; keeps nothing. */
export function previewPeople(
  { connection }: Pick<House, 'connection'>,
  file: PeopleFile,
  tell: Tell,
): Preview {
  const { country } = readSettings(connection);
  const { format, mapping, examples, people } = readPeopleFile(file, country, tell);
  const known = acquaintance(connection, country);
  const troubled = people.filter(({ problem }) => problem !== null);
  const shown = new Set([...people.slice(0, mostShown), ...troubled.slice(0, mostProblems)]);
  return {
    format,
    mapping,
    examples,
    total: people.length,
    problems: troubled.length,
    people: [...shown].map((found) => ({
      row: found.row,
      form: found.form,
      note: found.note,
      problem: found.problem,
      remarks: found.remarks,
      photo: found.card.photo !== null,
      name: foundName(found),
      already: (found.problem === null && known.recognise(found)) || null,
    })),
  };
}
