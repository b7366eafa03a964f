import { Link } from 'wouter';
import type { EntryProps } from './entry.tsx';
import { EntryHead, SaidWords, WithPeople } from './entry-parts.tsx';
import classes from './timeline.module.css';

/** What we said to something that was said in public. */
export function AnswerEntry({ entry, personId }: EntryProps) {
  return (
    <>
      <EntryHead entry={entry}>
        You answered
        <WithPeople entry={entry} personId={personId} word=" " />
        {entry.sourceName && (
          <>
            {' '}
            on <bdi>{entry.sourceName}</bdi>
          </>
        )}
      </EntryHead>
      <SaidWords text={entry.text} />
      <Link href={`/listening?mention=${entry.id}`} className={classes.link}>
        See what it answers
      </Link>
    </>
  );
}
