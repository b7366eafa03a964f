import { rename, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from './answer.ts';

/** `porchlight export <file>`: people as vCard or CSV, sources as OPML, by the file's ending. */
export async function exportFile(client: Client, given: string): Promise<Answer> {
  const path = resolve(given);
  const format = { '.vcf': 'vcard', '.csv': 'csv', '.opml': 'opml' } as const;
  const kind = format[extname(path).toLowerCase() as keyof typeof format];
  const { content } =
    kind === 'opml'
      ? await client.sources.exportOpml()
      : await client.exchange.exportPeople({ format: kind });
  const written =
    kind === 'opml' ? (await client.sources.list()).length : await countPeople(client);
  try {
    // Written beside and moved, so that a full disk leaves no half file under its name.
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  } catch (problem) {
    const { code = 'unknown' } = problem as NodeJS.ErrnoException;
    throw new Refusal('forbidden', `${path} cannot be written (${code}).`);
  }
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

async function countPeople(client: Client): Promise<number> {
  return (await client.people.list({ limit: 1 })).total;
}
