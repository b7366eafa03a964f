import type { FollowUp, FollowUpSort } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/wording/days.ts';
import type { Present } from '../../app/present.ts';
import { standingOf } from '../../parts/follow-ups/follow-up-state.tsx';

/** The heading under which a follow-up stands in the list, as it is sorted. */
export function groupOf(row: FollowUp, sort: FollowUpSort, present: Present): string {
  const { day: today } = present;
  if (row.state === 'done') return 'Done lately';
  if (sort === 'person') return row.customer?.name ?? 'For nobody in particular';
  if (sort === 'newest') return 'Newest first';
  const { dueDay, snoozedUntil } = row;
  const wakes = snoozedUntil !== null && snoozedUntil > dueDay ? snoozedUntil : dueDay;
  if (wakes <= today) return standingOf(row, present) === 'late' ? 'Overdue' : 'Today';
  const ahead = daysBetween(today, wakes);
  // Days until Sunday ends the week (ISO 8601).
  const toSunday = (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7;
  if (ahead <= toSunday) return 'This week';
  return ahead <= toSunday + 7 ? 'Next week' : 'Later';
}
