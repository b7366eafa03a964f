import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { folded, splitName } from '../../../shared/names.ts';
import { type Found, foundPerson } from './found.ts';
import { labelOfTypes, plainLabel } from './labels.ts';
import { contactOf } from './vcard-contacts.ts';
import type { Property } from './vcard-properties.ts';
import { writtenDate } from './written-dates.ts';

type Form = CustomerFormInput;
type Dates = NonNullable<Form['dates']>;

/** Groups that address books keep for themselves. */
const notTags = /^(\* )?(my ?contacts|starred|friends and family list|imported on .*)$/i;

/** The person on a card. */
export function personOnCard(row: number, properties: readonly Property[]): Found {
  const labels = new Map(
    properties
      .filter((property) => property.name === 'X-ABLABEL' && property.group)
      .map((property) => [property.group, plainLabel(property.values[0] ?? '')]),
  );
  const labelled = (property: Property) =>
    (property.group && labels.get(property.group)) || labelOfTypes(property.types);
  const named = (...names: string[]) =>
    properties.filter((property) => names.includes(property.name));
  const one = (...names: string[]) =>
    named(...names)
      .find((property) => property.values.some(Boolean))
      ?.values.filter(Boolean) ?? [];

  const called = names(properties);
  const rhythm = Number(one('X-PORCHLIGHT-RHYTHM')[0]);
  const circle = one('X-PORCHLIGHT-CIRCLE')[0];
  const form: Form = {
    ...called,
    nameOrder: orderOf(properties, called),
    role: one('TITLE')[0] ?? one('ROLE')[0] ?? '',
    pronouns: one('PRONOUNS', 'X-PRONOUNS')[0] ?? '',
    saidAs: [
      ...one('X-PORCHLIGHT-SAID-AS'),
      ...one('X-PHONETIC-FIRST-NAME'),
      ...one('X-PHONETIC-LAST-NAME'),
    ].join(' '),
    ...(isCircle(circle) && { circle }),
    rhythmDays: Number.isInteger(rhythm) && rhythm > 0 ? rhythm : null,
    howMet: one('X-PORCHLIGHT-HOW-MET')[0] ?? '',
    contacts: properties.flatMap((property) => contactOf(property, labelled(property)) ?? []),
    relations: named('RELATED', 'X-ABRELATEDNAMES', 'X-SPOUSE', 'X-MANAGER', 'X-ASSISTANT')
      .filter((property) => property.values[0] && !/^(urn|https?):/i.test(property.values[0]))
      .map((property) => ({
        name: property.values[0] ?? '',
        relation: relationOf(property, labelled(property)),
        note: property.parameters['x-porchlight-note'] ?? '',
      })),
    dates: datesOf(properties, labelled),
    facts: [
      ...named('X-PORCHLIGHT-FACT').map((property) => property.values[0] ?? ''),
      ...unreadDates(properties),
      ...titles(properties),
    ].flatMap((text) => (text ? [{ text }] : [])),
    tags: named('CATEGORIES')
      .flatMap((property) => property.values)
      .filter((tag) => tag !== '' && !notTags.test(tag)),
  };
  const note = named('NOTE')
    .map((property) => property.values.join(', '))
    .filter(Boolean)
    .join('\n\n');
  return foundPerson(row, form, note);
}

/** The names: from N; from FN where there is no N; as a company where the card says it is one. */
function names(properties: readonly Property[]): Form {
  const first = (name: string) =>
    properties.find((property) => property.name === name && property.values.some(Boolean));
  const whole = first('FN')?.values.join(' ').trim() ?? '';
  const [family = '', given = '', middle = ''] = first('N')?.values ?? [];
  const company = first('ORG')?.values[0] ?? '';
  const rest = { nickname: first('NICKNAME')?.values[0] ?? '', company };
  const givenName = [given, middle].filter(Boolean).join(' ');
  if (givenName || family) {
    return { ...rest, givenName, familyName: family };
  }
  const isCompany = whole === company || /company/i.test(first('X-ABSHOWAS')?.values[0] ?? '');
  const isNickname = whole === rest.nickname;
  if (!whole || isNickname || isCompany)
    return { ...rest, company: company || (isCompany ? whole : '') };
  return { ...rest, ...splitName(whole) };
}

/** Family first when the card says so, or when its whole name is written so, without a comma. */
function orderOf(properties: readonly Property[], form: Form): Form['nameOrder'] {
  const value = (name: string) => properties.find((property) => property.name === name)?.values;
  const said = value('X-PORCHLIGHT-NAME-ORDER')?.[0];
  if (said) return said === 'family-first' ? said : 'given-first';
  if (!form.givenName || !form.familyName) return 'given-first';
  const whole = folded(value('FN')?.join(' ') ?? '');
  const [first, last] = [folded(form.familyName), folded(form.givenName)];
  const familyFirst = whole === `${first} ${last}` || whole === `${first}${last}`;
  return familyFirst && first !== last ? 'family-first' : 'given-first';
}

/** Academic and other titles, which belong to no field of ours. */
function titles(properties: readonly Property[]): string[] {
  const [, , , before = '', after = ''] =
    properties.find((property) => property.name === 'N')?.values ?? [];
  return [before, after].filter(Boolean).map((title) => `Title: ${title}`);
}

const birthdays = new Set(['BDAY']);
const anniversaries = new Set(['ANNIVERSARY', 'X-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY']);
const otherDates = new Set(['X-ABDATE']);

function isDate({ name }: Property): boolean {
  return birthdays.has(name) || anniversaries.has(name) || otherDates.has(name);
}

function datesOf(properties: readonly Property[], labelled: (property: Property) => string): Dates {
  return properties.filter(isDate).flatMap((property): Dates => {
    const date = writtenDate(property.values[0] ?? '', 'day-first');
    if (!date) return [];
    const label = property.parameters['x-porchlight-label'] ?? labelled(property);
    const own = property.parameters['x-porchlight-kind'];
    const kind =
      birthdays.has(property.name) || own === 'birthday'
        ? 'birthday'
        : anniversaries.has(property.name) || (own ?? label) === 'anniversary'
          ? 'anniversary'
          : 'other';
    const notice = Number(property.parameters['x-porchlight-notice'] ?? 3);
    return [
      {
        ...date,
        kind,
        label: own === undefined && label === kind ? '' : label,
        yearly: property.parameters['x-porchlight-once'] === undefined,
        noticeDays: Number.isInteger(notice) ? notice : 3,
      },
    ];
  });
}

/** What stands where a date should and is none is not lost: it is kept as it was written. */
function unreadDates(properties: readonly Property[]): string[] {
  return properties
    .filter((property) => isDate(property) && property.values[0])
    .filter((property) => !writtenDate(property.values[0] ?? '', 'day-first'))
    .map((property) => `${birthdays.has(property.name) ? 'Born' : 'Date'}: ${property.values[0]}`);
}

function relationOf(property: Property, label: string): string {
  const { name, parameters, types } = property;
  const own = parameters['x-porchlight-relation'];
  if (own !== undefined) return own;
  if (name === 'X-SPOUSE') return 'spouse';
  if (name === 'X-MANAGER') return 'manager';
  if (name === 'X-ASSISTANT') return 'assistant';
  return label || types.find((type) => type !== 'contact' && type !== 'pref') || '';
}

function isCircle(circle: string | undefined): circle is NonNullable<Form['circle']> {
  return circle === 'inner' || circle === 'regular' || circle === 'wider' || circle === 'none';
}
