import { rename, rm, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import { folded } from '../../shared/names.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from './answer.ts';
import { archiveWritten, fetchArchive, isArchive } from './archive-file.ts';
import type { CommandLine } from './arguments.ts';

type Wanted = Pick<CommandLine, 'person' | 'vcard3'>;

/** What is to be written, and how that is said. */
interface Written {
  content: string;
  format: string;
  count: number;
  /** "3 people", "one source". */
  words: string;
}

/** `porchlight export <file>`: people, dates, sources, everything or one person, by the ending. */
export async function exportFile(client: Client, given: string, wanted: Wanted): Promise<Answer> {
  const path = resolve(given);
  if (isArchive(path)) {
    return archiveWritten(path, await whole(path, (part) => fetchArchive(client, part)));
  }
  const ending = extname(path).toLowerCase();
  const { content, format, count, words } =
    wanted.person === undefined
      ? await allOf(client, ending, wanted)
      : await onePerson(client, ending, wanted.person, wanted);
  await whole(path, (part) => writeFile(part, content));
  return {
    json: { file: path, format, written: count },
    text: `${words} written to ${path}.`,
    code: 0,
  };
}

async function allOf(client: Client, ending: string, { vcard3 }: Wanted): Promise<Written> {
  if (ending === '.opml') {
    const { content } = await client.sources.exportOpml();
    const count = (await client.sources.list()).length;
    return { content, format: 'opml', count, words: counted(count, 'source', 'sources') };
  }
  if (ending === '.ics') {
    const { content, dates, followUps } = await client.exchange.exportCalendar();
    const parts = [counted(dates, 'date', 'dates'), counted(followUps, 'follow-up', 'follow-ups')];
    return { content, format: 'ics', count: dates + followUps, words: parts.join(' and ') };
  }
  const format = ending === '.csv' ? 'csv' : vcard3 ? 'vcard-3' : 'vcard';
  const { content } = await client.exchange.exportPeople({ format });
  const count = (await client.people.list({ limit: 1 })).total;
  return { content, format, count, words: counted(count, 'person', 'people') };
}

async function onePerson(
  client: Client,
  ending: string,
  called: string,
  { vcard3 }: Wanted,
): Promise<Written> {
  const { id, name } = await findPerson(client, called);
  const words = `${ending === '.vcf' ? 'The card' : 'All that is known'} of ${name}`;
  if (ending === '.vcf') {
    const format = vcard3 ? 'vcard-3' : 'vcard';
    const { content } = await client.exchange.exportPeople({ format, ids: [id] });
    return { content, format, count: 1, words };
  }
  const format = ending === '.html' ? 'page' : 'data';
  const { content } = await client.exchange.exportPerson({ id, format });
  return { content, format, count: 1, words };
}

/** The one person of that name. Refuses nobody, and several, whom it names. */
async function findPerson(client: Client, called: string): Promise<{ id: string; name: string }> {
  const { rows } = await client.people.list({ words: called, limit: 20 });
  const exact = rows.filter(({ name }) => folded(name) === folded(called));
  const found = exact.length > 0 ? exact : rows;
  const [one, ...others] = found;
  if (!one) throw new Refusal('not-found', `There is nobody called “${called}”.`);
  if (others.length === 0) return one;
  const names = found.map(({ name, company }) =>
    company && company !== name ? `${name} (${company})` : name,
  );
  throw new Refusal(
    'conflict',
    `Several people answer to “${called}”: ${names.join(', ')}. Say the whole name.`,
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Has a file written beside its place and moved: a full disk leaves no half under its name. */
async function whole<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${path}.part`;
  try {
    const result = await write(part);
    await rename(part, path);
    return result;
  } catch (problem) {
    await rm(part, { force: true }).catch(() => undefined);
    const { code = '' } = problem as NodeJS.ErrnoException;
    if (!/^E[A-Z]+$/.test(code)) throw problem;
    throw new Refusal(
      code === 'ENOSPC' ? 'no-space' : 'forbidden',
      code === 'ENOSPC'
        ? `There is no room for ${path}. Make some and try again.`
        : `${path} cannot be written (${code}).`,
    );
  }
}
