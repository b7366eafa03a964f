import { NativeSelect, Table, Text } from '@mantine/core';
import type { ReviewField } from '../../../shared/contract/contract.ts';
import classes from './dropped-file.module.css';

interface ColumnsOfReviewsProps {
  columns: readonly { column: string; field: ReviewField; example: string }[];
  /** Whether they are as they were put right for an earlier file. */
  remembered: boolean;
  onChange: (columns: { column: string; field: ReviewField }[]) => void;
}

const names: Record<ReviewField, string> = {
  ignore: 'left out',
  author: 'who said it',
  rating: 'the rating',
  title: 'its heading',
  text: 'what was said',
  date: 'when it was said',
  id: 'its number',
  link: 'its address on the web',
  answer: 'your answer',
  answerDate: 'when you answered',
};
const choices = Object.entries(names).map(([value, label]) => ({ value, label }));

/** Which column of a table of reviews is what, guessed, and put right by hand. */
export function ColumnsOfReviews({ columns, remembered, onChange }: ColumnsOfReviewsProps) {
  return (
    <section aria-labelledby="review-columns">
      <h3 id="review-columns" className={classes.heading}>
        What is in which column
      </h3>
      {remembered && <p className={classes.soft}>As you said it for a file like this one.</p>}
      <div className={classes.columns}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th>is</Table.Th>
              <Table.Th>For example</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ column, field, example }, index) => (
              <Table.Tr key={column}>
                <Table.Td>
                  <bdi>{column}</bdi>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="sm"
                    aria-label={`${column} is`}
                    data={choices}
                    value={field}
                    onChange={(event) => {
                      const chosen = event.currentTarget.value as ReviewField;
                      onChange(
                        columns.map((one, at) => ({
                          column: one.column,
                          field: at === index ? chosen : one.field,
                        })),
                      );
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" truncate maw="18rem">
                    <bdi>{example}</bdi>
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
