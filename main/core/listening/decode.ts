import iconv from 'iconv-lite';

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
 * declares, then a guess (UTF-8 if it is valid, else windows-1252). Never throws; characters that
 * XML forbids are left out.
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
  // A few stray bytes in a long UTF-8 text are noise; otherwise it is the usual Western charset.
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  return new TextDecoder('windows-1252').decode(bytes);
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

/** Whether nearly all of the high bytes stand in valid UTF-8 sequences. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let sound = 0;
  for (const character of text) {
    if (character === '\ufffd') broken++;
    else if (character >= '\u0080') sound++;
  }
  return sound > 0 && broken <= sound / 10;
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
