import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { writeTable } from './csv-write.ts';
import { readLeaving } from './leaving.ts';
import { writeCards } from './vcard-write.ts';

/** Who is to be written out, and how. */
export interface PeopleExport {
  format: 'vcard' | 'vcard-3' | 'csv';
  ids?: string[] | undefined;
}

/** People as a file to take elsewhere: all of them, or those named. Refuses when there is nobody. */
export function exportPeople(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  { format, ids }: PeopleExport,
): { fileName: string; content: string } {
  const people = readLeaving(connection, ids);
  if (people.length === 0) throw new Refusal('not-found', 'There is nobody to write out yet.');
  const name = `porchlight-people-${clock.today()}`;
  if (format === 'csv') return { fileName: `${name}.csv`, content: writeTable(people) };
  const version = format === 'vcard-3' ? '3.0' : '4.0';
  return { fileName: `${name}.vcf`, content: writeCards(people, version) };
}
