import iconv from 'iconv-lite';
import { likelyCharset } from './guess-charset.ts';

/** Charsets that pages declare although their bytes are the wider relative (WHATWG Encoding, §4.2). */
const widerRelatives: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
  ks_c_5601: 'euc-kr',
};

/**
 * The text that the bytes hold: by byte order mark, then the HTTP charset, then what the document
 * declares, then a guess (UTF-8 if it is valid, else by the letters of languages). Never throws;
 * characters that XML forbids are left out.
 */
export function decode(bytes: Uint8Array, contentType: string | null = null): string {
  return withoutForbidden(mendMislabelled(decodeBytes(bytes, contentType)));
}

function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  if (marked) return withCharset(bytes.subarray(marked.length), marked.charset) ?? guess(bytes);
  const wide = byShape(bytes);
  if (wide) return withCharset(bytes, wide) ?? guess(bytes);

  const stated = charsetOf(contentType);
  const declared = declaredCharset(bytes);
  for (const charset of [stated, declared]) {
    if (!charset || /^utf-?(16|32)/.test(charset)) continue;
    // Many servers and documents say Latin-1 or ASCII and send UTF-8: valid UTF-8 is no accident.
    if (charset !== 'utf-8' && isUtf8WithHighBytes(bytes) && isSingleByte(charset)) continue;
    if (charset === 'utf-8' && !isUtf8(bytes)) continue;
    const text = withCharset(bytes, charset);
    if (text !== null) return text;
  }
  return guess(bytes);
}

function byMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16, UTF-32 and EBCDIC without a mark, told from the first characters (XML 1.0, appendix F). */
function byShape(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return 'cp037';
  return null;
}

function charsetOf(contentType: string | null): string | null {
  const found = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '');
  return found?.[1] ? plainName(found[1]) : null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const xml = /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head);
  if (xml?.[1]) return plainName(xml[1]);
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return meta?.[1] ? plainName(meta[1]) : null;
}

function plainName(charset: string): string {
  const name = charset.toLowerCase().trim();
  if (name === 'utf8') return 'utf-8';
  return widerRelatives[name] ?? name;
}

function isSingleByte(charset: string): boolean {
  return /^(windows-|iso-8859|koi8|mac)/.test(charset);
}

function withCharset(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // An unknown name for TextDecoder may still be one for iconv-lite.
    return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : null;
  }
}

function guess(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  return asMixed(bytes) ?? withCharset(bytes, likelyCharset(bytes)) ?? '';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isUtf8WithHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80) && isUtf8(bytes);
}

/**
 * UTF-8 with parts of another make in it, as a site has it that was moved once: what is no UTF-8 is
 * taken for the usual Western charset. Null where it is not mostly UTF-8.
 */
function asMixed(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let sound = 0;
  for (const character of text) {
    if (character === '\ufffd') broken++;
    else if (character >= '\u0080') sound++;
  }
  if (sound === 0 || broken * 2 > sound) return null;
  const western = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 0) at += length;
    else {
      parts.push(new TextDecoder('utf-8').decode(bytes.subarray(kept, at)));
      parts.push(western.decode(bytes.subarray(at, at + 1)));
      at++;
      kept = at;
    }
  }
  parts.push(new TextDecoder('utf-8').decode(bytes.subarray(kept)));
  return parts.join('');
}

/** How many bytes the UTF-8 sequence has that begins here; 0 where none does (RFC 3629, section 4). */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  // Neither the longer forms of shorter ones, nor surrogates, nor what lies beyond Unicode.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    if (byte < (next === 1 ? least : 0x80) || byte > (next === 1 ? most : 0xbf)) return 0;
  }
  return length;
}

/** C1 controls never stand in a text: they are windows-1252 bytes that were called Latin-1. */
function mendMislabelled(text: string): string {
  if (!/[\u0080-\u009f]/.test(text)) return text;
  const western = new TextDecoder('windows-1252');
  return text.replace(/[\u0080-\u009f]/g, (character) =>
    western.decode(Uint8Array.of(character.charCodeAt(0))),
  );
}

/** Leaves out what XML 1.0 does not allow as a character (section 2.2), and the mark. */
function withoutForbidden(text: string): string {
  return text.replace(/^\ufeff|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').toWellFormed();
}
