import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { SideList } from '../../parts/side-list.tsx';

/**
 * On the day that one likes for it: that the week's questions are there, until one is answered or
 * the day is over. And a worry whose season has passed.
 */
export function WeekAsks() {
  const today = usePresentDay();
  const { data: week } = useQuery(api.reflection.week.queryOptions());
  const { data: leaps = [] } = useQuery(api.reflection.leaps.queryOptions());
  const isAsked =
    week?.askedDay === today && week.questions.every(({ answer }) => answer.trim() === '');
  const due = leaps.find(({ dueDay, putAway }) => !putAway && dueDay <= today);
  return (
    <SideList
      title="For you alone"
      items={[
        ...(isAsked
          ? [{ id: 'week', text: 'Three questions, if you like', href: '/reflection' }]
          : []),
        ...(due
          ? [
              {
                id: due.id,
                text: 'The worry you named a season ago, and what happened',
                href: '/reflection',
              },
            ]
          : []),
      ]}
    />
  );
}
