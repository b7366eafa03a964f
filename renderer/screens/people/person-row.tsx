import { memo } from 'react';
import type { CustomerRow } from '../../../shared/contract/contract.ts';
import { warmth } from '../../../shared/rhythm.ts';
import { circleName } from '../../../shared/wording/circles.ts';
import { usePresentDay } from '../../app/present.ts';
import { LitWindow } from '../../parts/lit-window.tsx';
import { overdueWords } from '../../parts/overdue.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { Portrait } from '../../parts/portrait/portrait.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './people-list.module.css';

/** Most tags that fit a row; the rest are counted. */
const mostTags = 3;

interface PersonRowProps {
  row: CustomerRow;
  /** Says how many people they sent. */
  saysSent?: boolean;
}

/** Somebody at a glance: who, how near, how long since, what is next. */
export const PersonRow = memo(function PersonRow({ row, saysSent }: PersonRowProps) {
  const today = usePresentDay();
  const overdue = overdueWords(row);
  const company = row.company === row.name ? '' : row.company;
  const more = row.tags.length - mostTags;
  return (
    <span className={classes.person}>
      <span className={classes.mark} data-photo={row.photo !== null || undefined}>
        {row.photo && <Portrait name={row.name} photo={row.photo} size="row" />}
        <LitWindow warmth={warmth(row.lastSpokeDay, row.rhythmDays, today)} />
      </span>
      <span className={classes.who}>
        <span className={classes.name} title={row.name}>
          <PersonName name={row.name} />
        </span>
        {saysSent && row.sent > 0 && (
          <span className={classes.around}>
            <Heard>{', '}</Heard>
            sent {row.sent === 1 ? 'one person' : `${row.sent} people`}
          </span>
        )}
        {!(saysSent && row.sent > 0) && (company || row.tags.length > 0) && (
          <span
            className={classes.around}
            title={[company, ...row.tags].filter(Boolean).join(', ')}
          >
            {company && <bdi>{company} </bdi>}
            {row.tags.slice(0, mostTags).map((tag) => (
              <span key={tag}>
                <Heard>{', '}</Heard>
                <bdi className={classes.tag}>{tag}</bdi>{' '}
              </span>
            ))}
            {more > 0 && `and ${more} more`}
          </span>
        )}
      </span>
      <span className={`${classes.circle} ${classes.soft}`}>
        <Heard>{', '}</Heard>
        {circleName(row.circle)}
      </span>
      <span>
        <Heard>{', last spoke '}</Heard>
        {row.lastSpokeDay ? (
          <RelativeDay day={row.lastSpokeDay} />
        ) : (
          <span className={classes.soft}>not yet</span>
        )}
        {overdue && (
          <>
            <Heard>{', '}</Heard>
            <span className={classes.overdue}>{overdue}</span>
          </>
        )}
      </span>
      <span
        className={classes.next}
        data-none={(!row.nextFollowUpDay && !row.waitingVoices) || undefined}
      >
        {row.nextFollowUpDay && (
          <>
            <Heard>{', next follow-up '}</Heard>
            <RelativeDay day={row.nextFollowUpDay} due />
          </>
        )}
        {row.waitingVoices > 0 && (
          <span className={classes.waiting}>
            <Heard>{', '}</Heard>
            {row.waitingVoices === 1
              ? 'waits for an answer'
              : `${row.waitingVoices} wait for answers`}
          </span>
        )}
      </span>
    </span>
  );
});

/** Words that only those need who hear the row. A plain element: there are many of them. */
function Heard({ children }: { children: string }) {
  return <span className={classes.heard}>{children}</span>;
}
