import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Answer } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { Card } from '../../parts/card.tsx';
import classes from './listening.module.css';

/** How an answer stands, in a word or two. */
function standing({ state, posting }: Answer, awake: boolean): string {
  if (posting?.state === 'failed') return 'did not go out';
  if (state === 'given') return 'waits to be posted';
  if (state === 'asleep') return awake ? 'slept on; read it once more' : 'sleeps until the morning';
  return 'begun';
}

/** Answers that were begun, slept on, wait to be posted or could not be. */
export function AnswersBegun() {
  const { data = [] } = useQuery(api.answers.open.queryOptions());
  if (data.length === 0) return null;
  return (
    <Card
      title="Answers not out yet"
      tone="calm"
      padding="small"
      style={{ marginBottom: '1.25rem' }}
    >
      <ul className={classes.begun}>
        {data.map((one) => (
          <li key={one.id}>
            <Link href={`/listening/answer/${one.mentionId}`}>
              <bdi>{one.author || one.title || one.sourceName}</bdi>
            </Link>
            : {standing(one, one.awake)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
