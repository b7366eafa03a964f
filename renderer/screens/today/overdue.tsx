import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { overdueSpan } from '../../parts/overdue.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { SideList } from '../../parts/side-list.tsx';

/** How many are named here; the list of people has them all. */
const most = 4;

/** Whose rhythm has run out, the most overdue first, and the way to the list of all of them. */
export function Overdue() {
  const overdue = useQuery(
    api.people.list.queryOptions({
      input: { overdue: true, sort: 'stretch', limit: most, offset: 0 },
    }),
  );
  if (!overdue.data) return null;
  const { rows, total } = overdue.data;
  return (
    <SideList
      title="Overdue"
      more={
        total > 1
          ? { words: `All ${total}, to sort and narrow`, href: '/people?overdue=1&sort=stretch' }
          : undefined
      }
      items={rows.map((row) => ({
        id: row.id,
        text: <PersonName name={row.name} />,
        note: overdueSpan(row),
        href: `/people/${row.id}`,
      }))}
    />
  );
}
