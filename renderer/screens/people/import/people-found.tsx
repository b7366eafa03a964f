import { Table } from '@mantine/core';
import type { PersonFound } from '../../../../shared/contract/contract.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import { birthdayWords, reachOf } from './fields.ts';
import classes from './import.module.css';

interface PeopleFoundProps {
  people: readonly PersonFound[];
  total: number;
  busy: boolean;
}

/** The people of a file as they would come in, with what is wrong and who is here already. */
export function PeopleFound({ people, total, busy }: PeopleFoundProps) {
  if (people.length === 0) return null;
  // What needs a decision comes first; the rest as it stands in the file.
  const sorted = people.toSorted(
    (one, other) => weight(one) - weight(other) || one.row - other.row,
  );
  return (
    <div aria-busy={busy}>
      <h3 id="import-people" className={classes.heading}>
        {people.length < total ? `The first ${people.length}` : 'Who would come in'}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
      <section className={classes.found} tabIndex={0} aria-labelledby="import-people">
        <Table verticalSpacing={6} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Reach</Table.Th>
              <Table.Th>Also</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((person) => (
              <Table.Tr key={person.row}>
                <Table.Td className={classes.soft}>{person.row}</Table.Td>
                <Table.Td>
                  <PersonName name={person.name} fallback="No name" />
                  {person.problem && <p className={classes.problem}>{person.problem}</p>}
                  {person.remarks.map((remark) => (
                    <p key={remark} className={classes.remark}>
                      {remark}
                    </p>
                  ))}
                  {person.already && (
                    <p className={classes.already}>
                      Here already? <PersonName name={person.already.name} />. {person.already.why}.
                    </p>
                  )}
                </Table.Td>
                <Table.Td>
                  <bdi>{reachOf(person)}</bdi>
                </Table.Td>
                <Table.Td className={classes.soft}>
                  <bdi>{alsoOf(person)}</bdi>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}

function weight({ problem, already }: PersonFound): number {
  if (problem) return 0;
  return already ? 1 : 2;
}

function alsoOf({ form, name, note, photo }: PersonFound): string {
  const birthday = form.dates.find(({ kind }) => kind === 'birthday');
  return [
    form.company === name ? '' : form.company,
    form.role,
    birthday && `born ${birthdayWords(birthday)}`,
    form.tags.join(', '),
    note,
    photo && 'a photo',
  ]
    .filter(Boolean)
    .join(' · ');
}
