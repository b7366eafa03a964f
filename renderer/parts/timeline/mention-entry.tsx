import { Link } from 'wouter';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Rating } from '../rating.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, WithPeople } from './entry-parts.tsx';
import classes from './timeline.module.css';

const states: Record<string, string> = {
  new: 'waits for an answer',
  answered: 'answered',
  noted: 'noted',
  'let-go': 'let go',
};

/** Something they said in public. */
export function MentionEntry({ entry, personId }: EntryProps) {
  const { failed } = useDoing();
  const { sourceName, rating, state, address } = entry;
  return (
    <>
      <EntryHead
        entry={entry}
        actions={
          address && (
            <button
              type="button"
              className={classes.link}
              onClick={() => void client.house.open({ address }).catch(failed)}
            >
              Open the page
            </button>
          )
        }
      >
        {personId || entry.people.length === 0 ? (
          'Said'
        ) : (
          <>
            <WithPeople entry={entry} word="" /> said
          </>
        )}
        {sourceName && (
          <>
            {' '}
            on <bdi>{sourceName}</bdi>
          </>
        )}
        {rating && (
          <>
            , <Rating {...rating} />
          </>
        )}
        {state && states[state] && (
          <span className={state === 'new' ? classes.waiting : undefined}>, {states[state]}</span>
        )}
      </EntryHead>
      <p className={classes.text} dir="auto">
        {entry.text}
      </p>
      <Link href={`/listening?mention=${entry.id}`} className={classes.link}>
        {state === 'new' ? 'Answer it' : 'See it in Listening'}
      </Link>
    </>
  );
}
