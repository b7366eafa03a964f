import { open } from 'node:fs/promises';
import type { Client } from '../../shared/contract/contract.ts';
import { partBytes } from '../../shared/part-bytes.ts';
import { Refusal } from '../../shared/refusal.ts';
import { holdingsWords, sizeWords } from '../../shared/wording/backups.ts';
import type { Answer } from './answer.ts';

/** Whether a path names an archive; browsers put a number before the ending of a second one. */
export function isArchive(path: string): boolean {
  return /porchlight[^/\\]*\.zip$/i.test(path);
}

/** Writes everything into one file, part by part. Gives its size in bytes. */
export async function fetchArchive(client: Client, path: string): Promise<number> {
  const { id, bytes } = await client.archives.make();
  const file = await open(path, 'w', 0o600);
  try {
    let from: number | null = 0;
    while (from !== null) {
      const part: { content: string; next: number | null } = await client.archives.read({
        id,
        from,
      });
      await file.writeFile(Buffer.from(part.content, 'base64'));
      from = part.next;
    }
    await file.sync();
  } finally {
    await file.close();
    await client.archives.done({ id });
  }
  return bytes;
}

/** `porchlight export <file>.porchlight.zip`, once the file is written. */
export function archiveWritten(path: string, bytes: number): Answer {
  return {
    json: { file: path, format: 'archive', bytes },
    text: `Everything, ${sizeWords(bytes)}, written to ${path}.`,
    code: 0,
  };
}

/**
 * `porchlight import <file>.porchlight.zip`: the archive becomes this house. What is here is
 * replaced only when that was asked for, and saved first.
 */
export async function importArchive(
  client: Client,
  path: string,
  replace: boolean,
): Promise<Answer> {
  const { id } = await client.archives.begin();
  try {
    await handIn(client, id, path);
    const { holds, isEmpty } = await client.archives.look({ id });
    if (!isEmpty && !replace) {
      throw new Refusal(
        'conflict',
        `This archive (${holdingsWords(holds)}) would take the place of everything that is here. Add --replace for that; what is here is saved first.`,
      );
    }
    const { before } = await client.archives.bringIn({ id });
    const { backups } = await client.backups.list();
    const wayBack = backups.findIndex(({ name }) => name === before) + 1;
    const kept = `What was here is kept; porchlight restore ${wayBack} takes this back.`;
    return {
      json: { kind: 'archive', holds, before, wayBack: wayBack || null },
      text: [`Brought in: ${holdingsWords(holds)}.`, ...(before ? [kept] : [])].join('\n'),
      code: 0,
    };
  } finally {
    await client.archives.done({ id }).catch(() => undefined);
  }
}

async function handIn(client: Client, id: string, path: string): Promise<void> {
  const file = await open(path, 'r').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') throw new Refusal('not-found', `There is no file ${path}.`);
    throw new Refusal('unreadable', `${path} cannot be read (${problem.code}).`);
  });
  try {
    const buffer = Buffer.alloc(partBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, partBytes);
      if (bytesRead === 0) return;
      await client.archives.write({ id, content: buffer.toString('base64', 0, bytesRead) });
    }
  } finally {
    await file.close();
  }
}
