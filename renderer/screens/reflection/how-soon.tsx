import { Link } from 'wouter';
import type { HonestNumbers } from '../../../shared/contract/contract.ts';
import { timeWords } from '../../../shared/wording/after.ts';
import { Bar } from './bar.tsx';
import { FigureTable } from './figure-row.tsx';
import classes from './numbers.module.css';

const parts = ['Within a day', 'Within three days', 'Within a week', 'Later'];

interface HowSoonProps {
  howSoon: HonestNumbers['howSoon'];
  /** How many were answered, also those of which nobody knows when. */
  answered: number;
}

/** How soon voices were answered: the middle one, the slowest, and how the others spread. */
export function HowSoon({ howSoon, answered }: HowSoonProps) {
  const { known, median, slowest, spread } = howSoon;
  if (median === null || slowest === null) return null;
  const unknown = answered - known;
  return (
    <>
      <FigureTable title="How soon they were answered">
        {spread.map((count, index) => (
          <tr key={parts[index]}>
            <th scope="row">{parts[index]}</th>
            <td className={classes.share}>
              {count} of {known}
            </td>
            <td className={classes.chart}>
              <Bar met={count} of={known} />
            </td>
          </tr>
        ))}
      </FigureTable>
      <p className={classes.remark}>
        {known === 1 ? 'The only one' : 'Half of them, the median,'} had an answer within{' '}
        {timeWords(median)}.{' '}
        {known > 1 && (
          <>
            The <Link href={`/listening?mention=${slowest.id}`}>slowest</Link> waited{' '}
            {timeWords(slowest.after)}.{' '}
          </>
        )}
        {unknown > 0 && `Of ${unknown === 1 ? 'one' : unknown} it is not known when.`}
      </p>
    </>
  );
}
