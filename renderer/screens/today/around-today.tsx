import { useQuery } from '@tanstack/react-query';
import type { MentionRow } from '../../../shared/contract/contract.ts';
import { sometimeIn } from '../../../shared/wording/dates.ts';
import { dayOf, daysBetween } from '../../../shared/wording/days.ts';
import { directionOf } from '../../../shared/wording/direction.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { SideList } from '../../parts/side-list.tsx';

/** How many of each are shown here; the rest has a screen of its own. */
const most = 4;

/** What else is on: promises due, dates this week, voices waiting. Left out where there is nothing. */
export function AroundToday() {
  const { day, zone } = usePresent();
  const around = useQuery(api.today.around.queryOptions());
  if (!around.data) return null;
  const { promises, dates, voices } = around.data;
  return (
    <>
      <SideList
        title="Promised"
        more={moreThan(promises.length, '/follow-ups')}
        items={promises.slice(0, most).map((promise) => ({
          id: promise.id,
          text: (
            <>
              <bdi>{promise.text}</bdi>
              {promise.customer && (
                <>
                  {' · '}
                  <PersonName name={promise.customer.name} />
                </>
              )}
            </>
          ),
          note: <RelativeDay day={promise.dueDay} due />,
          href: promise.customer ? `/people/${promise.customer.id}` : '/follow-ups',
        }))}
      />
      <SideList
        title="Dates this week"
        more={moreThan(dates.length)}
        items={dates.slice(0, most).map((date) => ({
          id: `${date.customerId} ${date.day} ${date.label}`,
          text: (
            <>
              <PersonName name={date.name} />:{' '}
              <bdi dir={directionOf(dateWords(date))}>{dateWords(date)}</bdi>
            </>
          ),
          note: date.wholeMonth ? sometimeIn(date.day, day) : <RelativeDay day={date.day} />,
          href: `/people/${date.customerId}`,
        }))}
      />
      <SideList
        title="Waiting for an answer"
        more={moreThan(voices.length, '/listening')}
        items={voices.slice(0, most).map((voice) => ({
          id: voice.id,
          text: <bdi>{quoted(voice.excerpt || voice.title)}</bdi>,
          note: waitWords(voice, day, zone),
          href: `/listening?mention=${voice.id}`,
        }))}
      />
    </>
  );
}

/** How many are not shown here, and where they are. */
function moreThan(count: number, href?: string) {
  return count > most ? { words: `and ${count - most} more`, href } : undefined;
}

function dateWords(date: { kind: string; label: string; years: number | null }): string {
  const named = date.label || (date.kind === 'birthday' ? 'birthday' : 'a date');
  return date.years ? `${named} (${date.years})` : named;
}

/** "★★ · 2 days", or where it was said. */
function waitWords(voice: MentionRow, today: string, zone: string): string {
  const waited = daysBetween(dayOf(voice.publishedAt ?? voice.receivedAt, zone), today);
  const since = waited <= 0 ? 'today' : waited === 1 ? '1 day' : `${waited} days`;
  const rating = voice.rating;
  if (rating) return `${rating.value} of ${rating.best} · ${since}`;
  return `${voice.sourceName} · ${since}`;
}
