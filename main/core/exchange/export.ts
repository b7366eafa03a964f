import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { writeTable } from './csv-write.ts';
import { readLeaving } from './leaving.ts';
import { writeCards } from './vcard-write.ts';

/** People as a file to take elsewhere: all of them, or those named. Refuses when there is nobody. */
export function exportPeople(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  { format, ids }: { format: 'vcard' | 'csv'; ids?: string[] | undefined },
): { fileName: string; content: string } {
  const people = readLeaving(connection, ids);
  if (people.length === 0) throw new Refusal('not-found', 'There is nobody to write out yet.');
  const name = `porchlight-people-${clock.today()}`;
  return format === 'vcard'
    ? { fileName: `${name}.vcf`, content: writeCards(people) }
    : { fileName: `${name}.csv`, content: writeTable(people) };
}
