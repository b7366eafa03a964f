import type { CustomerForm } from '../../../shared/contract/contract.ts';
import type { Leaving } from './leaving.ts';

/** Relations that vCard has a word for (RFC 6350 section 6.6.6). */
const relatedTypes: Record<string, string> = {
  husband: 'spouse',
  wife: 'spouse',
  spouse: 'spouse',
  son: 'child',
  daughter: 'child',
  child: 'child',
  mother: 'parent',
  father: 'parent',
  parent: 'parent',
  brother: 'sibling',
  sister: 'sibling',
  sibling: 'sibling',
  friend: 'friend',
  colleague: 'co-worker',
  neighbour: 'neighbor',
};

type Parameters = Record<string, string | undefined>;

/**
 * People as a vCard 4.0 file (RFC 6350). What vCard has no property for stands in properties and
 * parameters whose names begin with X-PORCHLIGHT, so that nothing is lost on the way back.
 */
export function writeCards(people: readonly Leaving[]): string {
  return people.map((person) => card(person).map(folded).join('')).join('');
}

function card({ id, name, form, notes }: Leaving): string[] {
  const person = form.givenName || form.familyName;
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    line('UID', `urn:uuid:${id}`),
    ...(!person && !form.nickname && form.company ? ['KIND:org'] : []),
    line('FN', escaped(name)),
    ...(person ? [line('N', `${component(form.familyName)};${component(form.givenName)};;;`)] : []),
    ...texts('NICKNAME', form.nickname),
    ...(form.company ? [line('ORG', component(form.company))] : []),
    ...texts('TITLE', form.role),
    ...texts('PRONOUNS', form.pronouns),
    ...texts('X-PORCHLIGHT-SAID-AS', form.saidAs),
    line('X-PORCHLIGHT-NAME-ORDER', form.nameOrder),
    line('X-PORCHLIGHT-CIRCLE', form.circle),
    ...(form.rhythmDays === null ? [] : [line('X-PORCHLIGHT-RHYTHM', String(form.rhythmDays))]),
    ...texts('X-PORCHLIGHT-HOW-MET', form.howMet),
    ...form.contacts.map(contactLine),
    ...form.relations.map(({ name: called, relation, note }) =>
      line('RELATED', escaped(called), {
        VALUE: 'text',
        TYPE: relatedTypes[relation.toLowerCase()] ?? 'contact',
        'X-PORCHLIGHT-RELATION': relation,
        'X-PORCHLIGHT-NOTE': note || undefined,
      }),
    ),
    ...dateLines(form.dates),
    ...form.facts.map(({ text }) => line('X-PORCHLIGHT-FACT', escaped(text))),
    ...(form.tags.length > 0 ? [line('CATEGORIES', form.tags.map(escaped).join(','))] : []),
    ...notes.map((note) => line('NOTE', escaped(note))),
    'END:VCARD',
  ];
}

function texts(name: string, value: string): string[] {
  return value === '' ? [] : [line(name, escaped(value))];
}

function contactLine(contact: CustomerForm['contacts'][number]): string {
  const { kind, label, value, network } = contact;
  const type = { home: 'home', work: 'work', mobile: 'cell', fax: 'fax' }[label];
  const said = { 'X-PORCHLIGHT-LABEL': label };
  switch (kind) {
    case 'phone':
      return line('TEL', escaped(value), { VALUE: 'text', TYPE: type, ...said });
    case 'email':
      return line('EMAIL', escaped(value), { TYPE: type === 'cell' ? undefined : type, ...said });
    case 'website':
      return line('URL', escaped(value), { VALUE: 'text', ...said });
    case 'address':
      return line('ADR', `;;${component(value)};;;;`, { TYPE: type, ...said });
    case 'handle':
      return line('SOCIALPROFILE', escaped(value), {
        VALUE: 'text',
        'SERVICE-TYPE': network || undefined,
        'X-PORCHLIGHT-NETWORK': network,
        ...said,
      });
  }
}

/** The first birthday and anniversary have their own properties; others go as Apple's dates do. */
function dateLines(dates: CustomerForm['dates']): string[] {
  const own = new Set<string>();
  return dates.flatMap((date, index) => {
    const { kind, label, yearly, noticeDays } = date;
    const parameters: Parameters = {
      'X-PORCHLIGHT-LABEL': label,
      'X-PORCHLIGHT-NOTICE': noticeDays === 3 ? undefined : String(noticeDays),
      'X-PORCHLIGHT-ONCE': yearly ? undefined : '1',
    };
    if (kind !== 'other' && !own.has(kind)) {
      own.add(kind);
      return [line(kind === 'birthday' ? 'BDAY' : 'ANNIVERSARY', written(date), parameters)];
    }
    const group = `item${index + 1}`;
    return [
      line(`${group}.X-ABDATE`, written(date), { ...parameters, 'X-PORCHLIGHT-KIND': kind }),
      line(`${group}.X-ABLabel`, escaped(label || kind)),
    ];
  });
}

/** A date as RFC 6350 section 4.3.1 writes it, with what is known of it. */
function written({ year, month, day }: CustomerForm['dates'][number]): string {
  const two = (value: number) => String(value).padStart(2, '0');
  if (year === null) return `--${two(month)}${day === null ? '' : two(day)}`;
  return day === null ? `${year}-${two(month)}` : `${year}${two(month)}${two(day)}`;
}

function line(name: string, value: string, parameters: Parameters = {}): string {
  const said = Object.entries(parameters).flatMap(([key, text]) =>
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
function escaped(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A component of a structured value, in which a semicolon must be escaped as well. */
function component(text: string): string {
  return escaped(text).replaceAll(';', '\\;');
}

/** A line of at most 75 octets, broken between characters (RFC 6350 section 3.2), with its end. */
function folded(whole: string): string {
  let result = '';
  let octets = 0;
  for (const character of whole) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return `${result}\r\n`;
}
