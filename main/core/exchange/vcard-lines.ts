import { type FileText, inCharset } from './file-text.ts';

/** The lines of one card, without those that say where it begins and ends. */
export interface CardLines {
  version: '2.1' | '3.0' | '4.0';
  lines: ContentLine[];
}

/** A line of a card: `group.NAME;PARAMETER=value:value`, its value still escaped. */
export interface ContentLine {
  group: string;
  name: string;
  parameters: string[];
  value: string;
}

/**
 * The cards of a vCard file of any version, one after the other, each in lines as version 3 would have them: unfolded
 * (RFC 6350 section 3.2; 2.1 also breaks quoted-printable lines with `=`), in Unicode, bare
 * parameters named. A card within a card (AGENT) and what is no line at all are left out.
 */
export function* readCards({ text, bytes }: FileText): Generator<CardLines> {
  let card: CardLines | undefined;
  let within = 0;
  for (const raw of unfolded(text)) {
    const bare = raw.length < 20 ? raw.trim().toUpperCase() : '';
    if (bare === 'BEGIN:VCARD') {
      if (card && within === 0 && card.lines.at(-1)?.name === 'AGENT') {
        card.lines.pop();
        within = 1;
      } else if (within > 0) within += 1;
      else {
        // One that never ends is a card all the same.
        if (card) yield card;
        card = { version: '3.0', lines: [] };
      }
    } else if (bare === 'END:VCARD') {
      if (within > 0) within -= 1;
      else {
        if (card) yield card;
        card = undefined;
      }
    } else if (card && within === 0) {
      const line = contentLine(raw, bytes);
      if (line?.name === 'VERSION') card.version = version(line.value);
      else if (line) card.lines.push(line);
    }
  }
  if (card) yield card;
}

/** How many cards there seem to be, to tell how far the reading is. */
export function countCards({ text }: FileText): number {
  return text.match(/^BEGIN:VCARD/gim)?.length ?? 0;
}

function version(value: string): CardLines['version'] {
  const said = value.trim();
  return said === '2.1' || said === '4.0' ? said : '3.0';
}

/** Whole lines out of broken ones. */
function* unfolded(text: string): Generator<string> {
  let parts: string[] = [];
  let encoding: Encoding;
  for (const next of text.split(/\r\n|\n|\r/)) {
    const last = parts.length - 1;
    if (encoding === 'quoted' && parts[last]?.endsWith('=')) {
      parts[last] = parts[last].slice(0, -1);
      parts.push(next);
    } else if (last >= 0 && /^[ \t]/.test(next)) parts.push(next.slice(1));
    // Some write the lines of a picture without blanks before them; none of them has a colon.
    else if (encoding === 'base64' && /^[\w+/]+={0,2}\s*$/.test(next)) parts.push(next);
    else {
      if (parts.length > 0) yield parts.join('');
      parts = next === '' ? [] : [next];
      encoding = encodingOf(next);
    }
  }
  if (parts.length > 0) yield parts.join('');
}

type Encoding = 'quoted' | 'base64' | undefined;

function encodingOf(line: string): Encoding {
  const before = line.slice(0, endOfParameters(line) + 1).replace(/"[^"]*"/g, '');
  if (/;(ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(before)) return 'quoted';
  return /;(ENCODING=)?(BASE64|B)[;:]/i.test(before) ? 'base64' : undefined;
}

function contentLine(raw: string, bytes: boolean): ContentLine | undefined {
  const colon = endOfParameters(raw);
  if (colon < 0) return undefined;
  const [before = '', ...parameters] = split(raw.slice(0, colon));
  const named = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(before.trim());
  if (!named?.[2]) return undefined;
  const charset = parameterOf(parameters, 'CHARSET');
  const encoding = encodingOf(raw.slice(0, colon + 1));
  const typed = raw.slice(colon + 1);
  const value =
    encoding === 'quoted'
      ? unquoted(typed, charset, bytes)
      : bytes
        ? inCharset(typed, charset)
        : typed;
  return {
    group: named[1] ?? '',
    name: named[2].toUpperCase(),
    parameters: [
      ...parameters
        .filter((parameter) => !/^(CHARSET|ENCODING)=/i.test(parameter))
        .filter((parameter) => !/^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(parameter.trim()))
        .map((parameter) => (parameter.includes('=') ? parameter : `TYPE=${parameter.trim()}`)),
      ...(encoding === 'base64' ? ['ENCODING=b'] : []),
    ],
    value,
  };
}

/** Where the value begins: the first colon that is not within quotes. */
function endOfParameters(raw: string): number {
  const first = raw.indexOf(':');
  const quote = raw.indexOf('"');
  if (quote < 0 || quote > first) return first;
  let quoted = false;
  for (let index = quote; index < raw.length; index += 1) {
    if (raw[index] === '"') quoted = !quoted;
    else if (raw[index] === ':' && !quoted) return index;
  }
  return first;
}

function split(before: string): string[] {
  return before.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
}

function parameterOf(parameters: readonly string[], name: string): string {
  const found = parameters.find((parameter) => parameter.toUpperCase().startsWith(`${name}=`));
  return found ? found.slice(name.length + 1).replaceAll('"', '') : '';
}

/** Quoted-printable (RFC 2045 section 6.7) undone; its line breaks escaped as vCard does. */
function unquoted(value: string, charset: string, bytes: boolean): string {
  const raw = bytes ? value : Buffer.from(value, 'utf8').toString('latin1');
  const plain = raw.replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return inCharset(plain, charset).replace(/\r\n|\r|\n/g, '\\n');
}
