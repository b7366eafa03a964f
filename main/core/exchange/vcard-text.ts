/** 4.0 says the most; phones and older address books want 3.0. */
export type VcardVersion = '3.0' | '4.0';

export type Parameters = Record<string, string | undefined>;

/** A line of a card: `group.NAME;PARAMETER=value:value`; its value is escaped already. */
export function line(
  name: string,
  value: string,
  parameters: Parameters | readonly [key: string, value: string][] = {},
): string {
  const entries = Array.isArray(parameters) ? parameters : Object.entries(parameters);
  const said = entries.flatMap(([key, text]: [string, string | undefined]) =>
    text === undefined ? [] : [`;${key}=${parameter(text)}`],
  );
  return `${name}${said.join('')}:${value}`;
}

/** A parameter's value, quoted, with what quotes cannot hold as RFC 6868 writes it. */
function parameter(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  return `"${text
    .replaceAll('^', '^^')
    .replace(/\r\n|\r|\n/g, '^n')
    .replaceAll('"', "^'")}"`;
}

/** A text value escaped (RFC 6350 section 3.4). */
export function escaped(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A component of a structured value, in which a semicolon must be escaped as well. */
export function component(text: string): string {
  return escaped(text).replaceAll(';', '\\;');
}

/**
 * A line of at most 75 octets, broken between characters, with its end: as vCard (RFC 6350
 * section 3.2) and iCalendar (RFC 5545 section 3.1) alike want it.
 */
export function foldedLine(whole: string): string {
  // A picture is all ASCII, and long: there the octets need no counting.
  if (whole.length <= 75 && /^[\x20-\x7e]*$/.test(whole)) return `${whole}\r\n`;
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of whole) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      rows.push(row);
      row = '';
      octets = 1;
    }
    row += character;
    octets += size;
  }
  rows.push(row);
  return `${rows.join('\r\n ')}\r\n`;
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
