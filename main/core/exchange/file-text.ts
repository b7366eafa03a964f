import iconv from 'iconv-lite';

/** The text of a file of unknown encoding. */
export interface FileText {
  text: string;
  /**
   * True when the encoding is not known: then each character of `text` is one byte (Latin-1), and
   * whoever reads it may know better for a part of it.
   */
  bytes: boolean;
}

/**
 * The text of a file: by its byte order mark, as UTF-16 when every other byte is empty, as UTF-8
 * when it is that; else as bytes whose encoding is unknown.
 */
export function fileText(base64: string): FileText {
  const bytes = Buffer.from(base64, 'base64');
  const wide = wideEncoding(bytes);
  if (wide) return { text: withoutMark(iconv.decode(bytes, wide)), bytes: false };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: withoutMark(text), bytes: false };
  } catch {
    return { text: bytes.toString('latin1'), bytes: true };
  }
}

/**
 * Bytes kept as characters, read in a charset by its name. Where none is named, or none is known
 * by that name: as UTF-8 if they are that, else as the usual Western one.
 */
export function inCharset(bytes: string, charset: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (charset && iconv.encodingExists(charset)) return iconv.decode(buffer, charset);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return iconv.decode(buffer, 'windows-1252');
  }
}

function wideEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return undefined;
  const empty = (from: number) => {
    let all = true;
    for (let index = from; index < head.length; index += 2) all &&= head[index] === 0;
    return all;
  };
  if (empty(1)) return 'utf-16le';
  return empty(0) ? 'utf-16be' : undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
