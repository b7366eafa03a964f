import type { MentionRow as Row } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { Rating } from '../../parts/rating.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './listening.module.css';
import { toneName } from './states.ts';

/** A voice in the list: who, where, when, and its first words. */
export function MentionRow({ row }: { row: Row }) {
  const { zone } = usePresent();
  return (
    <span className={classes.row}>
      <span className={classes.top}>
        {row.starred && (
          <span className={classes.star} role="img" aria-label="Starred">
            ★
          </span>
        )}
        {row.customer ? (
          <strong>
            <PersonName name={row.customer.name} />
          </strong>
        ) : (
          row.author && <PersonName name={row.author} />
        )}
        <span dir="auto">{row.sourceName}</span>
        <RelativeDay day={dayOf(row.publishedAt ?? row.receivedAt, zone)} />
        {row.rating && <Rating {...row.rating} />}
        {row.tone !== 'plain' && (
          <span className={classes.tone}>
            {toneName[row.tone]}
            {row.toneFrom === 'guess' && '?'}
          </span>
        )}
        {row.together > 1 && <span>{row.together} in one conversation</span>}
        {row.places > 1 && <span>heard in {row.places} places</span>}
        {row.edited && <span>edited</span>}
        {row.snoozedUntil && (
          <span>
            put off to <RelativeDay day={row.snoozedUntil} />
          </span>
        )}
      </span>
      <span className={classes.words} dir="auto">
        {row.title && <span className={classes.title}>{row.title} </span>}
        {row.excerpt !== row.title && row.excerpt}
      </span>
    </span>
  );
}
