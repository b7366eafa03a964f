import { useQuery } from '@tanstack/react-query';
import type { MentionRow } from '../../../shared/contract/contract.ts';
import { dayOf, daysBetween } from '../../../shared/wording/days.ts';
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
        title={promises.length > most ? `Promised, ${promises.length} in all` : 'Promised'}
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
        items={dates.slice(0, most).map((date) => ({
          id: `${date.customerId} ${date.day} ${date.label}`,
          text: (
            <>
              <PersonName name={date.name} />
              {`: ${dateWords(date)}`}
            </>
          ),
          note: <RelativeDay day={date.day} />,
          href: `/people/${date.customerId}`,
        }))}
      />
      <SideList
        title="Waiting for an answer"
        items={voices.slice(0, most).map((voice) => ({
          id: voice.id,
          text: (
            <>
              “<bdi>{voice.excerpt || voice.title}</bdi>”
            </>
          ),
          note: waitWords(voice, day, zone),
          href: `/listening?mention=${voice.id}`,
        }))}
      />
    </>
  );
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
