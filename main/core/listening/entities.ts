import { Parser } from 'htmlparser2';

const known = new Map<string, string>();

/** The text with HTML's character references (named and numeric, with their `;`) resolved once. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (reference) => {
    let character = known.get(reference);
    if (character === undefined) {
      character = decodeOne(reference);
      if (known.size < 4000) known.set(reference, character);
    }
    return character;
  });
}

function decodeOne(reference: string): string {
  let decoded = '';
  new Parser({ ontext: (text) => (decoded += text) }).end(reference);
  return decoded;
}

/** Text as XML or HTML may hold it. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The text without what no text has (XML 1.0, section 2.2), though references may name it. */
export function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}
