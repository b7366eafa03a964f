import type { CustomerChanges, CustomerForm } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import { all } from '../database/connection.ts';
import { normalisedContact } from '../people/contacts.ts';
import { type CustomerRecord, readContacts, readDates } from '../people/get.ts';
import type { ListContext } from '../people/write-lists.ts';

/** Fields that a file may fill where nothing is written yet. */
const fields = {
  nickname: 'nickname',
  company: 'company',
  role: 'role',
  pronouns: 'pronouns',
  saidAs: 'said_as',
  howMet: 'how_met',
} as const;

/**
 * What a form knows of somebody that was not known: fields that are empty, and lines that are
 * missing in their lists. Nothing that is there is changed; nothing is named that stays as it is.
 */
export function missing(
  context: ListContext,
  id: string,
  record: CustomerRecord,
  form: CustomerForm,
): CustomerChanges {
  const changes: CustomerChanges = { ...missingNames(record, form) };
  for (const [field, column] of Object.entries(fields)) {
    const key = field as keyof typeof fields;
    if (record[column] === '' && form[key] !== '') changes[key] = form[key];
  }
  const { connection, country } = context;
  const list = <Stored, Given>(
    stored: Stored[],
    given: Given[],
    most: number,
    isThere: (stored: Stored, given: Given) => boolean,
  ): (Stored | Given)[] | undefined => {
    const fresh = given.filter((one) => !stored.some((other) => isThere(other, one)));
    return fresh.length > 0 && stored.length < most
      ? [...stored, ...fresh].slice(0, most)
      : undefined;
  };

  const key = (contact: CustomerForm['contacts'][number]) =>
    `${contact.kind} ${normalisedContact(contact, country) || contact.value}`;
  const contacts = list(
    readContacts(connection, id),
    form.contacts,
    60,
    (one, other) => key(one) === key(other),
  );
  const dates = list(
    readDates(connection, id),
    form.dates,
    60,
    (one, other) =>
      one.kind === other.kind &&
      (one.kind === 'birthday' || (one.month === other.month && one.day === other.day)),
  );
  const relations = list(
    all<CustomerForm['relations'][number]>(
      connection,
      `SELECT id, name, relation, other_id AS otherId, note,
         coalesce((SELECT display_name FROM customer AS other WHERE other.id = other_id), name) AS called
       FROM customer_relation WHERE customer_id = ? ORDER BY position, id`,
      [id],
    ) as (CustomerForm['relations'][number] & { called: string })[],
    form.relations,
    60,
    (one, other) =>
      (other.otherId !== null && one.otherId === other.otherId) ||
      (other.name !== '' && folded(one.called) === folded(other.name)),
  );
  const facts = list(
    all<{ id: string; text: string }>(
      connection,
      'SELECT id, text FROM customer_fact WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    form.facts,
    200,
    (one, other) => one.text === other.text,
  );
  const tags = list(
    all<{ tag: string }>(
      connection,
      'SELECT tag FROM customer_tag WHERE customer_id = ? ORDER BY position, tag',
      [id],
    ).map((row) => row.tag),
    form.tags,
    60,
    (one, other) => folded(one) === folded(other),
  );
  const known = new Set(
    [record.display_name, record.nickname, record.given_name].map(folded).filter(Boolean),
  );
  const otherNames = list(
    all<CustomerForm['otherNames'][number]>(
      connection,
      'SELECT id, name, label FROM customer_name WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    form.otherNames.filter(({ name }) => !known.has(folded(name))),
    20,
    (one, other) => folded(one.name) === folded(other.name),
  );
  const first = { company: record.company, role: record.role };
  const works = list(
    all<CustomerForm['works'][number]>(
      connection,
      'SELECT id, company, role FROM customer_work WHERE customer_id = ? ORDER BY position, id',
      [id],
    ),
    form.works.filter((work) => !sameWork(first, work)),
    20,
    sameWork,
  );
  return {
    ...changes,
    ...(otherNames && { otherNames }),
    ...(works && { works }),
    ...(contacts && { contacts }),
    ...(dates && { dates }),
    ...(relations && { relations }),
    ...(facts && { facts }),
    ...(tags && { tags }),
  };
}

type Work = Pick<CustomerForm['works'][number], 'company' | 'role'>;

function sameWork(one: Work, other: Work): boolean {
  return (
    folded(one.company) === folded(other.company) &&
    (other.role === '' || folded(one.role) === folded(other.role))
  );
}

/** A family name is only taken together with the given name it belongs to. */
function missingNames(record: CustomerRecord, form: CustomerForm): CustomerChanges {
  const changes: CustomerChanges = {};
  const sameGiven = folded(record.given_name) === folded(form.givenName);
  const sameFamily = folded(record.family_name) === folded(form.familyName);
  if (record.family_name === '' && form.familyName !== '' && sameGiven) {
    changes.familyName = form.familyName;
  }
  if (record.given_name === '' && form.givenName !== '' && (sameFamily || !record.family_name)) {
    changes.givenName = form.givenName;
    if (!record.family_name) changes.familyName = form.familyName;
  }
  return changes;
}
