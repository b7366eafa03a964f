import type { CustomerForm } from '../../../shared/contract/contract.ts';
import type { Leaving } from './leaving.ts';
import { givenOf, titlesOf } from './vcard-names.ts';
import { valuesIn } from './vcard-properties.ts';
import { component, escaped, foldedLine, line, type VcardVersion } from './vcard-text.ts';
import { keptLine, photoLine } from './vcard-write-data.ts';
import { contactLines, dateLines, type NextGroup, relationLines } from './vcard-write-lists.ts';

/**
 * People as a vCard file of version 4.0 (RFC 6350) or 3.0 (RFC 2426, with Apple's labels). What
 * vCard has no property for stands in properties and parameters whose names begin with
 * X-PORCHLIGHT, so that nothing is lost on the way back; what came on a foreign card and is
 * nothing of ours goes out as it came.
 */
export function writeCards(people: readonly Leaving[], version: VcardVersion = '4.0'): string {
  return people.map((person) => card(person, version).map(foldedLine).join('')).join('');
}

function card(person: Leaving, version: VcardVersion): string[] {
  const { name, form, notes, uids, lines, sender, photo } = person;
  const [uid = '', ...alsoUids] = uids;
  const isCompany = !form.givenName && !form.familyName && !form.nickname && form.company !== '';
  const three = version === '3.0';
  const group = groups();
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    line('UID', uid),
    ...alsoUids.map((also) => line('X-PORCHLIGHT-ALSO-UID', escaped(also))),
    ...(isCompany ? [three ? 'X-ABShowAs:COMPANY' : 'KIND:org'] : []),
    line('FN', escaped(name)),
    ...nameLines(person, three),
    ...texts('NICKNAME', form.nickname),
    ...form.otherNames.map(({ name: other, label }) =>
      line('X-PORCHLIGHT-NAME', escaped(other), { 'X-PORCHLIGHT-LABEL': label || undefined }),
    ),
    ...companyLines(person),
    ...texts('TITLE', form.role),
    ...form.works.flatMap((work) => workLines(work, group())),
    ...texts(three ? 'X-PRONOUNS' : 'PRONOUNS', form.pronouns),
    ...texts('X-PORCHLIGHT-SAID-AS', form.saidAs),
    line('X-PORCHLIGHT-NAME-ORDER', form.nameOrder),
    line('X-PORCHLIGHT-CIRCLE', form.circle),
    ...(form.rhythmDays === null ? [] : [line('X-PORCHLIGHT-RHYTHM', String(form.rhythmDays))]),
    ...texts('X-PORCHLIGHT-HOW-MET', form.howMet),
    ...(sender === null ? [] : [line('X-PORCHLIGHT-SENT-BY', sender.uid)]),
    ...contactLines(person, version, group),
    ...relationLines(person, version, group),
    ...dateLines(form.dates, version, group),
    ...form.facts.map(({ text }) => line('X-PORCHLIGHT-FACT', escaped(text))),
    ...(form.tags.length > 0 ? [line('CATEGORIES', form.tags.map(escaped).join(','))] : []),
    ...notes.map((note) => line('NOTE', escaped(note))),
    ...(photo ? [photoLine(photo(), version)] : []),
    ...lines
      .filter(({ shape, name: kept }) => !shape && !(photo && kept === 'PHOTO'))
      .map((kept) => keptLine(kept, version)),
    'END:VCARD',
  ];
}

/** Gives a group of its own to each line that needs a label. */
function groups(): NextGroup {
  let last = 0;
  return () => {
    last += 1;
    return `item${last}`;
  };
}

/** The names as they came in detail, as long as they still say the same. */
function nameLines({ form, lines }: Leaving, three: boolean): string[] {
  const { givenName, familyName, facts } = form;
  if (!givenName && !familyName) return three ? ['N:;;;;'] : [];
  const shape = lines.find(({ shape: is, name }) => is && name === 'N');
  const components = shape ? valuesIn('N', shape.value) : [];
  const saysTheSame =
    (components[0] ?? '') === familyName &&
    givenOf(components) === givenName &&
    titlesOf(components).every((title) => facts.some(({ text }) => text === title));
  return shape && saysTheSame
    ? [line('N', shape.value)]
    : [line('N', `${component(familyName)};${component(givenName)};;;`)];
}

/** The business, with its departments as long as it is the same. */
function companyLines({ form, lines }: Leaving): string[] {
  const shape = lines.find(({ shape: is, name }) => is && name === 'ORG');
  if (shape && valuesIn('ORG', shape.value)[0] === form.company) return [line('ORG', shape.value)];
  return form.company ? [line('ORG', component(form.company))] : [];
}

/** A further business and role, told from the first by a parameter, together by their group. */
function workLines(work: CustomerForm['works'][number], group: string): string[] {
  const further = { 'X-PORCHLIGHT-WORK': '1' };
  return [
    ...(work.company ? [line(`${group}.ORG`, component(work.company), further)] : []),
    ...(work.role ? [line(`${group}.TITLE`, escaped(work.role), further)] : []),
  ];
}

function texts(name: string, value: string): string[] {
  return value === '' ? [] : [line(name, escaped(value))];
}
