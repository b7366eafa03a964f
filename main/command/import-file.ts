import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from './answer.ts';
import { importArchive, isArchive } from './archive-file.ts';
import type { CommandLine } from './arguments.ts';
import { createProgressBar } from './progress-bar.ts';

/**
 * `porchlight import <file>`: people from a vCard or CSV, reviews from Google Takeout or a table,
 * sources from an OPML; told apart by what stands in the file.
 */
export async function importFile(
  client: Client,
  path: string,
  { replace, already }: Pick<CommandLine, 'replace' | 'already'>,
): Promise<Answer> {
  if (isArchive(path)) return importArchive(client, path, replace);
  const bytes = await readFile(path).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') throw new Refusal('not-found', `There is no file ${path}.`);
    throw new Refusal('unreadable', `${path} cannot be read (${problem.code}).`);
  });
  const text = decode(bytes);
  if (/<opml[\s>]/i.test(text.slice(0, 4000))) return importSources(client, text);
  const file = { fileName: basename(path), content: bytes.toString('base64') };
  const { holds } = await client.sources.lookAtFile(file);
  return holds === 'reviews' ? importReviews(client, file) : importPeople(client, file, already);
}

interface NamedFile {
  fileName: string;
  /** Its bytes in base64 (RFC 4648). */
  content: string;
}

async function importReviews(client: Client, file: NamedFile): Promise<Answer> {
  const { added, edited, already, problems } = await client.sources.importReviews(file);
  const parts = [
    `${added} ${added === 1 ? 'review' : 'reviews'} added`,
    edited > 0 && `${edited} brought up to date`,
    already > 0 && `${already} there already`,
    problems.length > 0 && `${problems.length} could not be taken`,
  ];
  return {
    json: { kind: 'reviews', added, edited, already, problems },
    text: inLines(parts, problems),
    code: 0,
  };
}

function inLines(
  parts: readonly (string | false)[],
  problems: readonly { row: number; sentence: string }[],
): string {
  const lines = problems.map(({ row, sentence }) => `  row ${row}: ${sentence}`);
  return [`${parts.filter(Boolean).join(', ')}.`, ...lines].join('\n');
}

async function importSources(client: Client, content: string): Promise<Answer> {
  const { added, already, refused } = await client.sources.importOpml({ content });
  const parts = [
    `${added} ${added === 1 ? 'source' : 'sources'} added`,
    already > 0 && `${already} there already`,
    refused > 0 && `${refused} could not be taken`,
  ];
  return {
    json: { kind: 'sources', added, already, refused },
    text: `${parts.filter(Boolean).join(', ')}.`,
    code: 0,
  };
}

async function importPeople(
  client: Client,
  file: NamedFile,
  already: CommandLine['already'],
): Promise<Answer> {
  const { added, updated, skipped, problems, remarks } = await withProgress(client, () =>
    client.exchange.importPeople({ ...file, already }),
  );
  const parts = [
    `${added} ${added === 1 ? 'person' : 'people'} added`,
    updated > 0 && `${updated} brought up to date`,
    skipped > 0 && `${skipped} there already`,
    problems.length > 0 && `${problems.length} could not be taken`,
  ];
  return {
    json: { kind: 'people', added, updated, skipped, problems, remarks },
    text: inLines(parts, [...problems, ...remarks]),
    code: 0,
  };
}

/** Does something that may take long, and shows on the terminal how far it is. */
async function withProgress<T>(client: Client, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  const bar = createProgressBar(process.stderr);
  const ending = new AbortController();
  const events = await client.events.listen(undefined, { signal: ending.signal });
  const shown = (async () => {
    for await (const event of events) {
      if (event.type === 'heavy-work') bar.show(event.done, event.of, event.stage);
    }
  })().catch(() => undefined);
  try {
    return await work();
  } finally {
    ending.abort();
    await shown;
    bar.clear();
  }
}

/** An XML file as text, by its byte order mark or its own declaration (XML 1.0, appendix F). */
function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 200).toString('latin1');
  if (start.startsWith('\xFF\xFE')) return new TextDecoder('utf-16le').decode(bytes);
  if (start.startsWith('\xFE\xFF')) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
