import type { CardLines, ContentLine } from './vcard-lines.ts';

/** A property of a card, its value unescaped. */
export interface Property {
  name: string;
  group: string;
  /** What its TYPE parameters say, in lower case. */
  types: string[];
  /** Its other parameters, names in lower case. */
  parameters: Record<string, string>;
  /** The components of a structured value (N, ADR, ORG) or the items of a list; else one. */
  values: string[];
  /** The line that it was, and the version of its card. */
  line: ContentLine;
  version: CardLines['version'];
}

/** Properties whose value has components between semicolons (RFC 6350 sections 6.2.2, 6.3.1, 6.6.4). */
const structured = new Set(['N', 'ADR', 'ORG']);
/** Properties whose value is a list between commas (RFC 6350 sections 6.2.3 and 6.7.1). */
const lists = new Set(['NICKNAME', 'CATEGORIES']);

/** The properties of a card. */
export function readProperties(card: CardLines): Property[] {
  return card.lines.map((line) => property(line, card.version));
}

function property(line: ContentLine, version: CardLines['version']): Property {
  const types: string[] = [];
  const parameters: Record<string, string> = {};
  for (const parameter of line.parameters) {
    const equals = parameter.indexOf('=');
    const key = parameter.slice(0, equals).trim().toLowerCase();
    const value = parameterValue(parameter.slice(equals + 1));
    if (key === 'type') types.push(...value.toLowerCase().split(','));
    else parameters[key] = value;
  }
  return {
    name: line.name,
    group: line.group.toLowerCase(),
    types: types.map((type) => type.trim()),
    parameters,
    values: valuesOf(line, version).map((value) => value.trim()),
    line,
    version,
  };
}

/** The values in an escaped text as version 4 has it, of the property with this name. */
export function valuesIn(name: string, value: string): string[] {
  return valuesOf({ name, value }, '4.0').map((one) => one.trim());
}

/** A parameter's value without its quotes, with what RFC 6868 writes for what they cannot hold. */
export function parameterValue(written: string): string {
  const meant: Record<string, string> = { '^n': '\n', "^'": '"', '^^': '^' };
  return written.replaceAll('"', '').replace(/\^[n'^]/g, (pair) => meant[pair] ?? pair);
}

function valuesOf(
  { name, value }: Pick<ContentLine, 'name' | 'value'>,
  version: CardLines['version'],
): string[] {
  const meant = (text: string) => unescaped(text, version);
  if (structured.has(name)) {
    const components = parts(value, ';');
    // Within a component, version 2.1 knows no lists: a comma there is only a comma.
    if (version === '2.1') return components.map(meant);
    return components.map((component) => parts(component, ',').map(meant).join(', '));
  }
  return lists.has(name) ? parts(value, ',').map(meant) : [meant(value)];
}

/** What stands between separators that are not escaped. */
function parts(value: string, separator: ';' | ','): string[] {
  const found = [''];
  for (const piece of value.match(/\\[\s\S]|[\s\S]/g) ?? []) {
    if (piece === separator) found.push('');
    else found[found.length - 1] += piece;
  }
  return found;
}

/**
 * A value as it was meant (RFC 6350 section 3.4). A backslash before anything else goes, too;
 * in version 2.1, which has few escapes, it is only itself there.
 */
function unescaped(value: string, version: CardLines['version']): string {
  const pair = version === '2.1' ? /\\([\\;,nN])/g : /\\([\s\S])/g;
  return value.replace(pair, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}
