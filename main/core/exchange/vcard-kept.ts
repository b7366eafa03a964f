import { isContact } from './vcard-contacts.ts';
import { type Property, parameterValue } from './vcard-properties.ts';
import { component } from './vcard-text.ts';

/** A line of a card that is written back as it came, its value still escaped. */
export interface KeptLine {
  group: string;
  name: string;
  parameters: [key: string, value: string][];
  value: string;
  /**
   * It says more finely what stands in a field of ours (a name with its middle name, an address
   * in its parts), and takes the place of what we would write for as long as it says the same.
   */
  shape?: true;
}

/** What a program says of itself or of the card, and what is written anew anyhow. */
const never = new Set('FN N UID PRODID REV PROFILE KIND X-ABSHOWAS PHOTO'.split(' '));
/** What only says how another line of its group is called. */
const labels = new Set(['X-ABLABEL', 'X-ABADR']);
/** Pictures, sounds and keys, which version 4 writes as addresses with the data in them. */
const binary: Record<string, string> = {
  LOGO: 'image/',
  SOUND: 'audio/',
  KEY: 'application/',
};

/** The most characters that are kept of one card; more than this is hardly about a person. */
const mostKept = 300_000;

/**
 * The lines to be written back: those of properties that nothing else was made of, with the labels
 * of their groups, and the shapes of those that are `structured`. What is too large is left out
 * and named.
 */
export function keptLines(
  properties: readonly Property[],
  used: ReadonlySet<Property>,
  structured: ReadonlySet<Property>,
): { lines: KeptLine[]; left: string[] } {
  const isShape = (property: Property) =>
    used.has(property) && structured.has(property) && saysMore(property);
  const wanted = properties.filter(
    (property) => (!used.has(property) && isUnknown(property)) || isShape(property),
  );
  const groups = groupNames(wanted.filter((property) => !isShape(property)));
  const shapes: KeptLine[] = [];
  const others: KeptLine[] = [];
  const left: string[] = [];
  let room = mostKept;
  for (const property of properties) {
    const ofGroup = labels.has(property.name) && groups.has(property.group);
    if (!wanted.includes(property) && !ofGroup) continue;
    const line = kept(property, groups);
    room -= line.value.length;
    if (room < 0) left.push(line.name);
    else if (isShape(property)) {
      shapes.push({ ...line, group: '', parameters: [], value: shaped(property), shape: true });
    } else others.push(line);
  }
  // In the order in which they are written.
  const ordered = ['N', 'ORG', 'ADR'].flatMap((name) =>
    shapes.filter((shape) => shape.name === name),
  );
  return { lines: [...ordered, ...others], left };
}

function isUnknown(property: Property): boolean {
  const { name, values } = property;
  // A way to reach somebody in which nothing stands says nothing.
  if (isContact(property) && !values.some(Boolean)) return false;
  // A picture that lies elsewhere is not fetched, but its address is kept.
  if (name === 'PHOTO') return /^https?:/i.test(values[0] ?? '');
  return !never.has(name) && !labels.has(name);
}

/** Whether a name, a company or an address says more than we keep of it. */
function saysMore({ name, values }: Property): boolean {
  return name === 'N' ? values.slice(2).some(Boolean) : values.filter(Boolean).length > 1;
}

/** The components as they were read: version 2.1 leaves it open what a backslash in them is. */
function shaped({ values, version, line }: Property): string {
  return plain(version === '2.1' ? values.map(component).join(';') : line.value);
}

/** Groups get names that no group of ours has. */
function groupNames(properties: readonly Property[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { group } of properties) {
    if (group && !names.has(group)) names.set(group, `kept${names.size + 1}`);
  }
  return names;
}

function kept(property: Property, groups: ReadonlyMap<string, string>): KeptLine {
  const { name, line, version } = property;
  const parameters = line.parameters.flatMap((parameter): KeptLine['parameters'] => {
    const equals = parameter.indexOf('=');
    const key = parameter.slice(0, equals).trim().toUpperCase();
    return /^[A-Z0-9-]+$/.test(key)
      ? [[key, plain(parameterValue(parameter.slice(equals + 1)))]]
      : [];
  });
  const value = plain(version === '2.1' ? escapedAnew(line.value) : line.value);
  const group = groups.get(property.group) ?? '';
  const base64 = parameters.some(([key, said]) => key === 'ENCODING' && /^b$/i.test(said));
  const family = binary[name];
  if (!base64 || !family) return { group, name, parameters, value };
  const said = (wanted: string) => parameters.find(([key]) => key === wanted)?.[1].toLowerCase();
  const type = said('MEDIATYPE') ?? `${family}${said('TYPE') ?? 'octet-stream'}`;
  const others = parameters.filter(([key]) => !/^(ENCODING|TYPE|VALUE|MEDIATYPE)$/.test(key));
  return { group, name, parameters: others, value: `data:${type};base64,${value}` };
}

/** A value of version 2.1, where a comma and most backslashes are only themselves, as 3.0 has it. */
function escapedAnew(value: string): string {
  return value.replace(/\\[\\;,nN]|[\\,]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}

/** Without what no line of a card may hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
  return text.toWellFormed().replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '');
}

/** The lines as the database has them. */
export function readKeptLines(stored: string): KeptLine[] {
  return JSON.parse(stored) as KeptLine[];
}
