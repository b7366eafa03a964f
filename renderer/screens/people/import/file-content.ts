import { readAsBase64 } from '../../../parts/read-as-base64.ts';

/** The most bytes that are taken from a file: what fits the contract once in base64. */
const mostBytes = 44_000_000;

/** A file as the contract takes it: its bytes in base64, so that any encoding arrives whole. */
export interface FileContent {
  fileName: string;
  content: string;
}

/** A file that cannot be taken, with the sentence to say. */
export class FileRefused extends Error {}

/** Reads a chosen file. Refuses in words what is empty, too large or cannot be read. */
export async function readFile(file: File): Promise<FileContent> {
  if (file.size === 0) throw new FileRefused('That file is empty.');
  if (file.size > mostBytes) {
    throw new FileRefused(
      'That file is larger than 44 megabytes. Split it, and bring in a part at a time.',
    );
  }
  try {
    return { fileName: file.name, content: await readAsBase64(file) };
  } catch {
    throw new FileRefused('That file could not be read. Is it still there?');
  }
}
