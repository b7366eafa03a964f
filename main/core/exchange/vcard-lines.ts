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

/** Pictures, sounds and keys: long, and nothing of them is kept. */
const notKept = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/**
 * The cards of a vCard file of any version, each in lines as version 3 would have them: unfolded
 * (RFC 6350 section 3.2; 2.1 also breaks quoted-printable lines with `=`), in Unicode, bare
 * parameters named. A card within a card (AGENT) and what is no line at all are left out.
 */
export function readCards({ text, bytes }: FileText): CardLines[] {
  const cards: CardLines[] = [];
  let card: CardLines | undefined;
  let within = 0;
  for (const raw of unfolded(text)) {
    const bare = raw.trim().toUpperCase();
    if (bare === 'BEGIN:VCARD') {
      if (card && within === 0 && card.lines.at(-1)?.name === 'AGENT') within = 1;
      else if (within > 0) within += 1;
      else {
        card = { version: '3.0', lines: [] };
        cards.push(card);
      }
    } else if (bare === 'END:VCARD') {
      if (within > 0) within -= 1;
      else card = undefined;
    } else if (card && within === 0) {
      const line = contentLine(raw, bytes);
      if (line?.name === 'VERSION') card.version = version(line.value);
      else if (line && !notKept.has(line.name)) card.lines.push(line);
    }
  }
  return cards;
}

function version(value: string): CardLines['version'] {
  const said = value.trim();
  return said === '2.1' || said === '4.0' ? said : '3.0';
}

/** Whole lines out of broken ones. */
function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const next of text.split(/\r\n|\n|\r/)) {
    if (softBroken(line)) line = line.slice(0, -1) + next;
    else if (/^[ \t]/.test(next) && line !== '') line += next.slice(1);
    else {
      if (line !== '') yield line;
      line = next;
    }
  }
  if (line !== '') yield line;
}

function softBroken(line: string): boolean {
  return line.endsWith('=') && /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line);
}

function contentLine(raw: string, bytes: boolean): ContentLine | undefined {
  const colon = endOfParameters(raw);
  if (colon < 0) return undefined;
  const [before = '', ...parameters] = split(raw.slice(0, colon));
  const named = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(before.trim());
  if (!named?.[2]) return undefined;
  const charset = parameterOf(parameters, 'CHARSET');
  const encoding = parameterOf(parameters, 'ENCODING').toUpperCase();
  const quoted = encoding === 'QUOTED-PRINTABLE' || has(parameters, 'QUOTED-PRINTABLE');
  const typed = raw.slice(colon + 1);
  const value = quoted
    ? unquoted(typed, charset, bytes)
    : bytes
      ? inCharset(typed, charset)
      : typed;
  return {
    group: named[1] ?? '',
    name: named[2].toUpperCase(),
    parameters: parameters
      .filter((parameter) => !/^(CHARSET|ENCODING)=/i.test(parameter))
      .filter((parameter) => !/^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(parameter.trim()))
      .map((parameter) => (parameter.includes('=') ? parameter : `TYPE=${parameter.trim()}`)),
    value,
  };
}

/** Where the value begins: the first colon that is not within quotes. */
function endOfParameters(raw: string): number {
  let quoted = false;
  for (let index = 0; index < raw.length; index += 1) {
    const character = raw[index];
    if (character === '"') quoted = !quoted;
    if (character === ':' && !quoted) return index;
  }
  return raw.indexOf(':');
}

function split(before: string): string[] {
  return before.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
}

function parameterOf(parameters: readonly string[], name: string): string {
  const found = parameters.find((parameter) => parameter.toUpperCase().startsWith(`${name}=`));
  return found ? found.slice(name.length + 1).replaceAll('"', '') : '';
}

function has(parameters: readonly string[], bare: string): boolean {
  return parameters.some((parameter) => parameter.trim().toUpperCase() === bare);
}

/** Quoted-printable (RFC 2045 section 6.7) undone; its line breaks escaped as vCard does. */
function unquoted(value: string, charset: string, bytes: boolean): string {
  const raw = bytes ? value : Buffer.from(value, 'utf8').toString('latin1');
  const plain = raw.replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return inCharset(plain, charset).replace(/\r\n|\r|\n/g, '\\n');
}
