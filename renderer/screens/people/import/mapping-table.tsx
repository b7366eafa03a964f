import { NativeSelect, Table, Text } from '@mantine/core';
import type { PeopleField } from '../../../../shared/contract/contract.ts';
import { fieldNames } from './fields.ts';
import classes from './import.module.css';
import type { Mapping } from './use-import.ts';

interface MappingTableProps {
  mapping: Mapping;
  /** The first thing in each column. */
  examples: readonly string[];
  onChange: (mapping: Mapping) => void;
}

const choices = Object.entries(fieldNames).map(([value, label]) => ({ value, label }));

/** Which column of a table is what, guessed, and put right by hand. */
export function MappingTable({ mapping, examples, onChange }: MappingTableProps) {
  return (
    <section aria-labelledby="import-columns">
      <h3 id="import-columns" className={classes.heading}>
        What is in which column
      </h3>
      <div className={classes.scroll}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th>is</Table.Th>
              <Table.Th>For example</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mapping.map(({ column, field }, index) => (
              <Table.Tr key={column}>
                <Table.Td>
                  <bdi>{column || `Column ${index + 1}`}</bdi>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="sm"
                    aria-label={`${column || `Column ${index + 1}`} is`}
                    data={choices}
                    value={field}
                    onChange={(event) =>
                      onChange(
                        mapping.map((one, at) =>
                          at === index
                            ? { ...one, field: event.currentTarget.value as PeopleField }
                            : one,
                        ),
                      )
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" truncate maw="18rem">
                    <bdi>{examples[index]}</bdi>
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
