import type { CustomerForm } from '../../../shared/contract/contract.ts';
import { labelOfTypes, plainLabel } from './labels.ts';
import type { Leaving } from './leaving.ts';
import type { KeptLine } from './vcard-kept.ts';
import { valuesIn } from './vcard-properties.ts';
import { component, escaped, line, type Parameters, type VcardVersion } from './vcard-text.ts';

/** Gives the name of a group that nothing else is in. */
export type NextGroup = () => string;

/** Types that vCard has a word for (RFC 6350 sections 5.6 and 6.4.1). */
const types: Record<string, string> = {
  home: 'home',
  work: 'work',
  mobile: 'cell',
  fax: 'fax',
  pager: 'pager',
};

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

/** A line with a label that other programs show: as its types, or beside it in a group. */
function labelled(
  [name, value, parameters]: [string, string, Parameters],
  label: string,
  typed: readonly string[],
  group: NextGroup,
): string[] {
  const words = label.split(' ').map((word) => types[word] ?? '');
  const asTypes = words.every((type) => typed.includes(type)) && labelOfTypes(words) === label;
  if (asTypes) return [line(name, value, { TYPE: words.join(','), ...parameters })];
  if (label === '') return [line(name, value, parameters)];
  const own = group();
  return [
    line(`${own}.${name}`, value, {
      ...parameters,
      // Read back from its label it would not be the same.
      'X-PORCHLIGHT-LABEL': plainLabel(label) === label ? undefined : label,
    }),
    line(`${own}.X-ABLabel`, escaped(label)),
  ];
}

/** The ways to reach somebody. */
export function contactLines(
  { form, lines }: Leaving,
  version: VcardVersion,
  group: NextGroup,
): string[] {
  const addresses = lines.filter(({ shape, name }) => shape && name === 'ADR');
  return form.contacts.flatMap((contact) => {
    const typed = contact.kind === 'phone' ? Object.values(types) : ['home', 'work'];
    return labelled(contactLine(contact, version, addresses), contact.label, typed, group);
  });
}

function contactLine(
  { kind, value, network }: CustomerForm['contacts'][number],
  version: VcardVersion,
  addresses: KeptLine[],
): [name: string, value: string, parameters: Parameters] {
  const four = version === '4.0';
  const text: Parameters = four ? { VALUE: 'text' } : {};
  switch (kind) {
    case 'phone':
      return ['TEL', escaped(value), text];
    case 'email':
      return ['EMAIL', escaped(value), {}];
    case 'website':
      return ['URL', escaped(value), text];
    case 'address':
      return ['ADR', inParts(value, addresses), {}];
    case 'handle':
      return [
        four ? 'SOCIALPROFILE' : 'X-SOCIALPROFILE',
        escaped(value),
        {
          ...text,
          [four ? 'SERVICE-TYPE' : 'X-SERVICE-TYPE']: network || undefined,
          'X-PORCHLIGHT-NETWORK': network,
        },
      ];
  }
}

/** An address in the parts in which it came, as long as they still say the same. */
function inParts(value: string, addresses: KeptLine[]): string {
  const at = addresses.findIndex(
    (address) => valuesIn('ADR', address.value).filter(Boolean).join(', ') === value,
  );
  const [found] = at < 0 ? [] : addresses.splice(at, 1);
  return found ? found.value : `;;${component(value)};;;;`;
}

/** The people around somebody. */
export function relationLines(
  { form, relationUids }: Leaving,
  version: VcardVersion,
  group: NextGroup,
): string[] {
  return form.relations.flatMap(({ name, relation, note }, index) => {
    const more: Parameters = {
      'X-PORCHLIGHT-NOTE': note || undefined,
      'X-PORCHLIGHT-UID': relationUids[index] ?? undefined,
    };
    if (version === '4.0') {
      const type = relatedTypes[relation.toLowerCase()] ?? 'contact';
      const said = { VALUE: 'text', TYPE: type, 'X-PORCHLIGHT-RELATION': relation, ...more };
      return [line('RELATED', escaped(name), said)];
    }
    const own = group();
    const exact = plainLabel(relation) === relation ? undefined : relation;
    return [
      line(`${own}.X-ABRELATEDNAMES`, escaped(name), { 'X-PORCHLIGHT-RELATION': exact, ...more }),
      line(`${own}.X-ABLabel`, escaped(relation)),
    ];
  });
}

/** The first birthday and anniversary have their own properties; others go as Apple's dates do. */
export function dateLines(
  dates: CustomerForm['dates'],
  version: VcardVersion,
  group: NextGroup,
): string[] {
  const own = new Set<string>();
  return dates.flatMap((date) => {
    const { kind, label, yearly, noticeDays } = date;
    const [value, omitted] = version === '4.0' ? [written(date)] : writtenInThree(date);
    const parameters: Parameters = {
      ...omitted,
      'X-PORCHLIGHT-LABEL': label,
      'X-PORCHLIGHT-NOTICE': noticeDays === 3 ? undefined : String(noticeDays),
      'X-PORCHLIGHT-ONCE': yearly ? undefined : '1',
    };
    if (value === undefined) {
      // Version 3 knows no date without a day.
      return [
        line('X-PORCHLIGHT-DATE', written(date), { ...parameters, 'X-PORCHLIGHT-KIND': kind }),
      ];
    }
    const hasName = kind === 'birthday' || (kind === 'anniversary' && version === '4.0');
    if (hasName && !own.has(kind)) {
      own.add(kind);
      return [line(kind === 'birthday' ? 'BDAY' : 'ANNIVERSARY', value, parameters)];
    }
    const item = group();
    return [
      line(`${item}.X-ABDATE`, value, { ...parameters, 'X-PORCHLIGHT-KIND': kind }),
      line(`${item}.X-ABLabel`, escaped(label || kind)),
    ];
  });
}

/** A date as RFC 6350 section 4.3.1 writes it, with what is known of it. */
function written({ year, month, day }: CustomerForm['dates'][number]): string {
  if (year === null) return `--${two(month)}${day === null ? '' : two(day)}`;
  return day === null ? `${year}-${two(month)}` : `${year}${two(month)}${two(day)}`;
}

/** A date as version 3 and Apple write it: where the year is not known, 1604 stands and is told. */
function writtenInThree({ year, month, day }: CustomerForm['dates'][number]) {
  if (day === null) return [];
  const omitted: Parameters = year === null ? { 'X-APPLE-OMIT-YEAR': '1604' } : {};
  return [`${year ?? 1604}-${two(month)}-${two(day)}`, omitted] as const;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
