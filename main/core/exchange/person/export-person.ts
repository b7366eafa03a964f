import type { House } from '../../core.ts';
import { personPage } from './person-page.ts';
import { readPerson } from './read-person.ts';

/** All that is known of one person as a page or as data. Refuses when there is nobody. */
export function exportPerson(
  house: Pick<House, 'connection' | 'clock'>,
  { id, format }: { id: string; format: 'page' | 'data' },
): { fileName: string; content: string } {
  const data = readPerson(house, id);
  const name = `porchlight-${fileNameOf(data.person.name)}-${house.clock.today()}`;
  return format === 'page'
    ? { fileName: `${name}.html`, content: personPage(data) }
    : { fileName: `${name}.json`, content: `${JSON.stringify(data, null, 2)}\n` };
}

/** A name as every file system takes it, in its own script. */
function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...plain].slice(0, 60).join('') || 'person';
}
