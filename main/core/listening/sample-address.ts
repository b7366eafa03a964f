import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FetchAnswer, type FetcherOptions, type FetchRequest, failed } from './fetch-types.ts';
import { hashOf } from './inflate.ts';

/** Reads the file behind a `sample:<file name>` address; never one outside the sample folder. */
export async function readSample(
  wanted: FetchRequest,
  { sampleFolder, fillSample }: Pick<FetcherOptions, 'sampleFolder' | 'fillSample'>,
): Promise<FetchAnswer> {
  const name = fileName(wanted.address);
  if (!sampleFolder || !name) return failed('address');
  const text = await readFile(join(sampleFolder, name), 'utf8').catch(() => null);
  if (text === null) return failed('http', 404);
  const bytes = new TextEncoder().encode(fillSample ? fillSample(text) : text);
  const bodyHash = hashOf(bytes);
  const kept = {
    status: 200,
    address: wanted.address,
    movedTo: null,
    etag: null,
    lastModified: null,
    freshFor: null,
    bodyHash,
  };
  if (bodyHash === wanted.bodyHash) return { outcome: 'unchanged', ...kept };
  return { outcome: 'fresh', ...kept, bytes, contentType: 'text/plain; charset=utf-8' };
}

/** The bare name of a file, or null for anything that could lead elsewhere. */
function fileName(address: string): string | null {
  try {
    const name = decodeURIComponent(address.slice('sample:'.length));
    const isBare = name === basename(name) && !/[\\/\0]|^\.+$|^$/.test(name);
    return isBare ? name : null;
  } catch {
    return null;
  }
}
