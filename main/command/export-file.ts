import { rename, rm, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from './answer.ts';
import { archiveWritten, fetchArchive, isArchive } from './archive-file.ts';

/** `porchlight export <file>`: people, sources or everything, by the file's ending. */
export async function exportFile(client: Client, given: string): Promise<Answer> {
  const path = resolve(given);
  if (isArchive(path)) {
    return archiveWritten(path, await whole(path, (part) => fetchArchive(client, part)));
  }
  const format = { '.vcf': 'vcard', '.csv': 'csv', '.opml': 'opml' } as const;
  const kind = format[extname(path).toLowerCase() as keyof typeof format];
  const { content } =
    kind === 'opml'
      ? await client.sources.exportOpml()
      : await client.exchange.exportPeople({ format: kind });
  const written =
    kind === 'opml' ? (await client.sources.list()).length : await countPeople(client);
  await whole(path, (part) => writeFile(part, content));
  const what =
    kind === 'opml'
      ? `${written} ${written === 1 ? 'source' : 'sources'}`
      : `${written} ${written === 1 ? 'person' : 'people'}`;
  return {
    json: { file: path, format: kind, written },
    text: `${what} written to ${path}.`,
    code: 0,
  };
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

async function countPeople(client: Client): Promise<number> {
  return (await client.people.list({ limit: 1 })).total;
}
