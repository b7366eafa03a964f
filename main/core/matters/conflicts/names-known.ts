import type { MatterState, PartySide } from '../../../../shared/contract/contract.ts';
import { matterStateWord, sideWords } from '../../../../shared/wording/matters.ts';
import { all, type Connection } from '../../database/connection.ts';

/** A name that is written somewhere, and on whose page. */
export interface KnownName {
  name: string;
  /** What this name is: "Name", "Business", "Other side in “Estate”, closed". */
  as: string;
  customerId: string;
  /** It is a name of that person, not of somebody around them. */
  isTheirs: boolean;
}

interface Written {
  customerId: string;
  name: string;
  label: string;
}

/**
 * Every name that is written about anybody, people in the bin too: their own names in each form,
 * businesses, family and friends who are no customers, and who else is in matters. `exceptMatter`
 * leaves that matter's own parties out.
 */
export function namesKnown(connection: Connection, exceptMatter?: string): KnownName[] {
  const read = (sql: string, values: object = {}) => all<Written>(connection, sql, values);
  const own = all<{
    id: string;
    display_name: string;
    given_name: string;
    family_name: string;
    nickname: string;
    company: string;
  }>(
    connection,
    'SELECT id, display_name, given_name, family_name, nickname, company FROM customer',
  ).flatMap(({ id, ...names }): KnownName[] => {
    const whole = [names.given_name, names.family_name].filter(Boolean).join(' ');
    const called = names.nickname && [names.nickname, names.family_name].filter(Boolean).join(' ');
    return [
      { name: names.display_name, as: 'Name', customerId: id, isTheirs: true },
      // A family name that comes first is told from a first name by this form.
      {
        name: whole === names.display_name ? '' : whole,
        as: 'Name',
        customerId: id,
        isTheirs: true,
      },
      {
        name: called === names.display_name ? '' : called,
        as: 'Called',
        customerId: id,
        isTheirs: true,
      },
      {
        name: names.company === names.display_name ? '' : names.company,
        as: 'Business',
        customerId: id,
        isTheirs: true,
      },
    ].filter(({ name }) => name !== '');
  });
  const others = read('SELECT customer_id AS customerId, name, label FROM customer_name').map(
    ({ label, ...known }) => ({
      ...known,
      as: label ? `Name ${label}` : 'Other name',
      isTheirs: true,
    }),
  );
  const works = read(
    `SELECT customer_id AS customerId, company AS name, '' AS label
     FROM customer_work WHERE company <> ''`,
  ).map(({ label: _, ...known }) => ({ ...known, as: 'Business', isTheirs: true }));
  const family = read(
    `SELECT customer_id AS customerId, customer_relation.name, relation AS label
     FROM customer_relation WHERE other_id IS NULL`,
  ).map(({ label, ...known }) => ({
    ...known,
    as: capital(label || 'family or friend'),
    isTheirs: false,
  }));
  return [...own, ...others, ...works, ...family, ...parties(connection, exceptMatter)];
}

function parties(connection: Connection, exceptMatter: string | undefined): KnownName[] {
  const rows = all<{
    customerId: string;
    name: string;
    matter: string;
    state: MatterState;
    side: PartySide;
  }>(
    connection,
    `SELECT customer_id AS customerId, matter_party.name, matter.name AS matter, state, side
     FROM matter_party JOIN matter ON matter.id = matter_id
     WHERE other_id IS NULL AND matter_id IS NOT :exceptMatter
     UNION ALL
     SELECT customer_id, name, name, state, 'matter' FROM matter WHERE id IS NOT :exceptMatter`,
    { exceptMatter: exceptMatter ?? null },
  );
  return rows.map(({ matter, state, side, ...known }) => ({
    ...known,
    isTheirs: false,
    as:
      (side as string) === 'matter'
        ? `The matter’s own name, ${matterStateWord(state)}`
        : `${sideWords[side]} “${matter}”, ${matterStateWord(state)}`,
  }));
}

/** What somebody has to do with matters, and with people here, in words. */
export function tiesOf(connection: Connection, customerId: string): string[] {
  const matters = all<{ name: string; state: MatterState; side: PartySide | null }>(
    connection,
    `SELECT name, state, NULL AS side FROM matter WHERE customer_id = :id
     UNION ALL
     SELECT matter.name, state, side FROM matter_party JOIN matter ON matter.id = matter_id
     WHERE other_id = :id`,
    { id: customerId },
  ).map(
    ({ name, state, side }) =>
      `${side === null ? 'Client in' : sideWords[side]} “${name}”, ${matterStateWord(state)}`,
  );
  const linked = all<{ name: string; relation: string; mine: number }>(
    connection,
    `SELECT display_name AS name, relation, 0 AS mine
     FROM customer_relation JOIN customer ON customer.id = customer_id WHERE other_id = :id
     UNION ALL
     SELECT display_name, relation, 1
     FROM customer_relation JOIN customer ON customer.id = other_id WHERE customer_id = :id`,
    { id: customerId },
  ).map(({ name, relation, mine }) => {
    if (relation === '') return `Linked with ${name}`;
    return mine ? `${name} is their ${relation}` : `${capital(relation)} of ${name}`;
  });
  return [...matters, ...linked];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
