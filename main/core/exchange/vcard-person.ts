import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { contact as contactShape } from '../../../shared/contract/people.ts';
import { type Found, foundPerson, type Link } from './found.ts';
import { labelOfTypes, plainLabel } from './labels.ts';
import { contactOf } from './vcard-contacts.ts';
import { dateIn, isDate, unreadDate } from './vcard-dates.ts';
import { keptLines } from './vcard-kept.ts';
import { givenOf, namesOn, orderOn, titlesOf } from './vcard-names.ts';
import { photoIn } from './vcard-photo.ts';
import type { Property } from './vcard-properties.ts';
import { relatedTo, relationNames } from './vcard-related.ts';
import { worksOn } from './vcard-works.ts';

type Form = CustomerFormInput;

/** Groups that address books keep for themselves. */
const notTags = /^(\* )?(my ?contacts|starred|friends and family list|imported on .*)$/i;
/** So many ways to reach somebody have room. */
const mostContacts = 60;

/** The person on a card. What nothing is made of is kept, to be written back as it came. */
export function personOnCard(row: number, properties: readonly Property[]): Found {
  const used = new Set<Property>();
  const labelled = labelsOn(properties);
  const named = (...names: string[]) =>
    properties.filter((property) => names.includes(property.name));
  const each = <Read>(
    of: readonly Property[],
    read: (property: Property) => Read | undefined,
  ): Read[] =>
    of.flatMap((property) => {
      const found = read(property);
      if (found !== undefined) used.add(property);
      return found === undefined ? [] : [found];
    });
  /** The values of the first property of these names that has any. */
  const one = (...names: string[]): string[] => {
    const found = named(...names).find((property) => property.values.some(Boolean));
    if (found) used.add(found);
    return found?.values.filter(Boolean) ?? [];
  };

  const work = worksOn(properties);
  for (const property of work.from) used.add(property);
  const [nickname = '', ...furtherNicknames] = each(named('NICKNAME'), ({ values }) => values)
    .flat()
    .filter(Boolean);
  const called = namesOn(properties, nickname, work.company);
  one('N');
  const rhythm = Number(one('X-PORCHLIGHT-RHYTHM')[0]);
  const circle = one('X-PORCHLIGHT-CIRCLE')[0];
  let room = mostContacts;
  const contacts = each(properties, (property) => {
    const contact = room > 0 ? contactOf(property, labelled(property)) : undefined;
    if (!contact || !contactShape.safeParse(contact).success) return undefined;
    room -= 1;
    return contact;
  });
  const relations: NonNullable<Form['relations']> = [];
  const links: Link[] = [];
  each(named(...relationNames), (property) => {
    const { relation, link } = relatedTo(property, labelled(property));
    if (relation) relations.push(relation);
    if (link) links.push({ ...link, at: relation ? relations.length - 1 : null });
    return relation;
  });
  const dates = each(properties.filter(isDate), (property) => dateIn(property, labelled(property)));
  const ownFacts = each(named('X-PORCHLIGHT-FACT'), ({ values }) => values[0]);
  const facts = [
    ...ownFacts,
    ...each(properties.filter(isDate), (property) =>
      used.has(property) || !property.values[0] ? undefined : unreadDate(property),
    ),
    ...titlesOf(named('N')[0]?.values ?? []).filter((title) => !ownFacts.includes(title)),
  ];
  const form: Form = {
    ...called,
    nameOrder: orderOn(properties, called),
    otherNames: [
      ...each(named('X-PORCHLIGHT-NAME'), ({ values, parameters }) => ({
        name: values[0] ?? '',
        label: parameters['x-porchlight-label'] ?? '',
      })),
      ...furtherNicknames.map((name) => ({ name, label: '' })),
      ...writtenOtherwise(named('FN')),
      ...each(named('X-MAIDENNAME'), ({ values: [name] }) =>
        name ? { name, label: 'maiden name' } : undefined,
      ),
    ],
    role: work.role,
    works: work.works,
    pronouns: one('PRONOUNS')[0] ?? one('X-PRONOUNS')[0] ?? '',
    saidAs: one('X-PORCHLIGHT-SAID-AS')[0] ?? (phonetic(properties) || phoneticN(named('N'))),
    ...(isCircle(circle) && { circle }),
    rhythmDays: Number.isInteger(rhythm) && rhythm > 0 ? rhythm : null,
    howMet: one('X-PORCHLIGHT-HOW-MET')[0] ?? '',
    contacts,
    relations,
    dates,
    facts: facts.flatMap((text) => (text ? [{ text }] : [])),
    tags: each(named('CATEGORIES'), ({ values }) => values)
      .flat()
      .filter((tag) => tag !== '' && !notTags.test(tag)),
  };
  one('X-PORCHLIGHT-NAME-ORDER');
  const note = each(named('NOTE'), ({ values }) => values.join(', '))
    .filter(Boolean)
    .join('\n\n');
  const photo = named('PHOTO')
    .map((property) => photoIn(property))
    .find((found) => found !== undefined);
  const [uid = ''] = named('UID')[0]?.values ?? [];
  const also = each(named('X-PORCHLIGHT-ALSO-UID'), ({ values }) => values[0]);
  const { lines, left } = keptLines(
    properties,
    used,
    new Set([work.first, ...named('N', 'ADR')].filter((property) => property !== undefined)),
  );
  return foundPerson(row, form, note, {
    card: {
      uids: [...new Set([uid, ...also].map((one) => one.slice(0, 500)))].filter(Boolean),
      lines,
      links,
      photo: photo && 'picture' in photo ? photo.picture : null,
      whole: true,
    },
    remarks: [
      ...(photo && 'remark' in photo ? [photo.remark] : []),
      ...left.map((name) => `There was no room for ${name}, which is too large.`),
    ],
  });
}

/** How a property is labelled: by a line of its group, or by its types. */
function labelsOn(properties: readonly Property[]): (property: Property) => string {
  const labels = new Map(
    properties
      .filter((property) => property.name === 'X-ABLABEL' && property.group)
      .map((property) => [property.group, plainLabel(property.values[0] ?? '')]),
  );
  return ({ group, types }) => (group && labels.get(group)) || labelOfTypes(types);
}

/** How Apple's address book writes that a name is said; these lines are kept as well. */
function phonetic(properties: readonly Property[]): string {
  const one = (name: string) =>
    properties.find((property) => property.name === name)?.values[0] ?? '';
  return [one('X-PHONETIC-FIRST-NAME'), one('X-PHONETIC-LAST-NAME')].filter(Boolean).join(' ');
}

/** The same as RFC 9554 section 3.4 has it: a further N that says how the first one sounds. */
function phoneticN(names: readonly Property[]): string {
  const said = names.find(({ parameters }) => parameters.phonetic !== undefined);
  return said ? [givenOf(said.values), said.values[0]].filter(Boolean).join(' ') : '';
}

/** The whole name in other scripts or languages: further FN (RFC 6350 sections 5.4 and 6.2.1). */
function writtenOtherwise([first, ...others]: readonly Property[]) {
  const called = first?.values.join(' ').trim();
  return others.flatMap(({ values, parameters }) => {
    const name = values.join(' ').trim();
    const label = parameters.language ?? '';
    return name === '' || name === called ? [] : [{ name, label }];
  });
}

function isCircle(circle: string | undefined): circle is NonNullable<Form['circle']> {
  return circle === 'inner' || circle === 'regular' || circle === 'wider' || circle === 'none';
}
