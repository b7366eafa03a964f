import { partBytes } from '../../../shared/part-bytes.ts';
import { client } from '../../app/client.ts';

/** Fetches an archive of everything, part by part, as one file to be saved. */
export async function fetchArchive(): Promise<{ fileName: string; content: Blob }> {
  const { id, fileName } = await client.archives.make();
  try {
    const parts: Blob[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const part: { content: string; next: number | null } = await client.archives.read({
        id,
        from,
      });
      // A blob may lie on the disk; what is fetched need not fit into the memory.
      parts.push(new Blob([Uint8Array.from(atob(part.content), (letter) => letter.charCodeAt(0))]));
      from = part.next;
    }
    return { fileName, content: new Blob(parts, { type: 'application/zip' }) };
  } finally {
    await client.archives.done({ id });
  }
}

/** Hands a file in, part by part; gives the name under which the core knows it. */
export async function handIn(file: Blob): Promise<string> {
  const { id } = await client.archives.begin();
  for (let from = 0; from < file.size; from += partBytes) {
    const part = new Uint8Array(await file.slice(from, from + partBytes).arrayBuffer());
    await client.archives.write({ id, content: inBase64(part) });
  }
  return id;
}

function inBase64(bytes: Uint8Array): string {
  // In pieces: a call takes only so many arguments.
  let text = '';
  for (let from = 0; from < bytes.length; from += 32_768) {
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  }
  return btoa(text);
}
