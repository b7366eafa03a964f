import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { HonestNumbers } from '../../../shared/contract/contract.ts';
import { timeWords } from '../../../shared/wording/after.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './reflection.module.css';

/** What really happened since a day, from the numbers. */
export function Since({ day }: { day: string }) {
  const today = usePresentDay();
  const numbers = useQuery(api.reflection.numbers.queryOptions({ input: { since: day } }));
  return (
    <Loaded query={numbers}>
      {(counted) => (
        <>
          <p className={classes.since}>Since {fullDay(day, today)}:</p>
          <ul className={classes.since}>
            {sentences(counted).map(({ words, figure, part = 'met' }) => (
              <li key={words}>
                {figure ? (
                  <Link href={`/reflection/${figure}?since=${day}&part=${part}`}>{words}</Link>
                ) : (
                  words
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

interface Sentence {
  words: string;
  /** Where those are that it counts. */
  figure?: string;
  part?: 'met' | 'rest' | 'all';
}

function sentences({ figures, tones, howSoon }: HonestNumbers): Sentence[] {
  const { heard, answered, complaints } = figures;
  if (heard.of === 0) return [{ words: 'Nothing was said that was heard here.' }];
  const meant = [
    tones.praise > 0 && `${tones.praise} with praise`,
    tones.question > 0 && `${tones.question} with a question`,
    `${tones.complaint > 0 ? tones.complaint : 'none'} with a complaint`,
  ].filter(Boolean);
  const soon = howSoon.median === null ? '' : `, half of them within ${timeWords(howSoon.median)}`;
  return [
    {
      words: `${counted(heard.of, 'voice')} came, ${meant.join(', ')}.`,
      figure: 'heard',
      part: 'all',
    },
    answered.met > 0
      ? { words: `${answered.met} of ${answered.of} were answered${soon}.`, figure: 'answered' }
      : { words: 'None was answered yet.', figure: 'answered', part: 'rest' },
    ...(complaints.of > 0
      ? [
          {
            words: `${complaints.met} of ${counted(complaints.of, 'complaint')} became ${complaints.met === 1 ? 'a lesson' : 'lessons'}.`,
            figure: 'complaints',
            part: 'all' as const,
          },
        ]
      : []),
  ];
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
