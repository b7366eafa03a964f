import type { FollowUp } from '../../../../shared/contract/contract.ts';

export const idOf = (number: number) =>
  `019cad58-bd80-7000-8000-${String(number).padStart(12, '0')}`;

/** A follow-up of the fake core, open and due on Monday 2 March 2026. */
export function followUp(number: number, more: Partial<FollowUp> = {}): FollowUp {
  return {
    id: idOf(number),
    text: `Promise ${number}`,
    customer: null,
    madeBy: null,
    givenTo: null,
    dueDay: '2026-03-02',
    dueTime: null,
    snoozedUntil: null,
    snoozedTime: null,
    recurrence: null,
    state: 'open',
    doneAt: null,
    madeAt: Date.UTC(2026, 1, 1),
    conversationId: null,
    daysLate: 0,
    ...more,
  };
}
