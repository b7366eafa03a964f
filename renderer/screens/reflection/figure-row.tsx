import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Figure, HonestNumbers } from '../../../shared/contract/contract.ts';
import { figureWords, shareWords } from '../../../shared/wording/figures.ts';
import { Bar } from './bar.tsx';
import { type AskedTime, timeInAddress } from './counted-time.ts';
import classes from './numbers.module.css';

/** Some numbers that belong together, under their heading. */
export function FigureTable({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <>
      <h3 id={heading} className={classes.heading}>
        {title}
      </h3>
      {children && (
        <table className={classes.table} aria-labelledby={heading}>
          <tbody>{children}</tbody>
        </table>
      )}
    </>
  );
}

interface FigureRowProps {
  figure: Figure;
  figures: HonestNumbers['figures'];
  asked: AskedTime;
  /** What else there is to say of it. */
  note?: string;
  /** Whether the rest is to be seen as well. */
  showsRest?: boolean;
}

/** One number: what it is, its share as words and as a bar, and the way to those it counts. */
export function FigureRow({ figure, figures, asked, note, showsRest = true }: FigureRowProps) {
  const share = figures[figure];
  const rest = share.of - share.met;
  const { label, how } = figureWords[figure];
  const others = rest === 1 ? 'the other one' : `the other ${rest}`;
  const place = (part: 'met' | 'rest') =>
    `/reflection/${figure}?${timeInAddress(asked)}&part=${part}`;
  return (
    <tr>
      <th scope="row">
        {label}
        <small>{how}</small>
      </th>
      <td className={classes.share}>
        {share.met > 0 ? (
          <Link href={place('met')}>{shareWords(figure, share)}</Link>
        ) : (
          shareWords(figure, share)
        )}
        {(note || (showsRest && rest > 0)) && (
          <small>
            {showsRest && rest > 0 && (
              <Link href={place('rest')} aria-label={`${others}: ${figureWords[figure].rest}`}>
                {others}
              </Link>
            )}
            {note && `: ${note}`}
          </small>
        )}
      </td>
      <td className={classes.chart}>
        <Bar {...share} />
      </td>
    </tr>
  );
}
