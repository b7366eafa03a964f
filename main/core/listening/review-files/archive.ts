import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../../../../shared/refusal.ts';

/** The most bytes that one file in an archive may have. */
const mostBytes = 50_000_000;
const mostFiles = 20_000;

/** Whether these bytes are a ZIP archive. */
export function isArchive(bytes: Buffer): boolean {
  return bytes.length > 22 && bytes.readUInt32LE(0) === 0x04034b50;
}

/**
 * The texts of the files in a ZIP archive whose path fits (APPNOTE.TXT 4.3: the list at the end
 * tells where each file lies). Refuses an archive that is damaged or holds more than it should.
 */
export function textsInArchive(bytes: Buffer, wanted: RegExp): string[] {
  try {
    return entriesOf(bytes)
      .filter(({ path }) => wanted.test(path))
      .map((entry) => new TextDecoder().decode(unpacked(bytes, entry)));
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    throw new Refusal('unreadable', 'This archive is damaged and cannot be opened.', 'content');
  }
}

interface Entry {
  path: string;
  method: number;
  packed: number;
  offset: number;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('No list at the end');
  const count = Math.min(bytes.readUInt16LE(end + 10), mostFiles);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('No entry where one should be');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpacked(bytes: Buffer, { method, packed, offset }: Entry): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body;
  if (method !== 8) throw new Error(`Method ${method} is not known`);
  return inflateRawSync(body, { maxOutputLength: mostBytes });
}
