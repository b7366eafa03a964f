import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { TimelineEntry } from '../../../../shared/contract/contract.ts';
import { plainWords } from '../../../../shared/note-words.ts';
import { excerpt } from '../../../../shared/wording/excerpt.ts';
import { api } from '../../../app/client.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import { SideList } from '../../../parts/side-list.tsx';

/** How many are shown beside; the rest is in the timeline. */
const shown = 4;

/** Notes and conversations of others in which this person was spoken of. */
export function SpokenOf({ personId }: { personId: string }) {
  const found = useQuery(
    api.timeline.list.queryOptions({ input: { spokenOf: personId, limit: shown } }),
  );
  const entries = found.data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <div>
      <SideList
        title="Spoken of in"
        items={entries.map((entry) => ({
          id: entry.id,
          text: (
            <>
              {entry.people.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <PersonName name={name} />
                </span>
              ))}
              {entry.people.length > 0 && ': '}
              {excerpt(plainWords(entry.text), 90)}
            </>
          ),
          note: <RelativeDay day={entry.day} />,
          href: placeOf(entry),
        }))}
      />
      {found.data?.next && <Link href={`/people/${personId}?kind=spoken-of`}>All of them</Link>}
    </div>
  );
}

/** Where the entry is read: with whom it was, or in the timeline of the house. */
function placeOf({ id, people }: TimelineEntry): string {
  const [first] = people;
  return first ? `/people/${first.id}?entry=${id}` : `/said?entry=${id}`;
}
