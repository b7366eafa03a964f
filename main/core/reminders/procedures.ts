import { os } from '../boundary.ts';
import { missedReminders, putAwayMissed } from './missed.ts';

export const reminderProcedures = {
  missed: os.reminders.missed.handler(({ context }) => missedReminders(context)),
  putAway: os.reminders.putAway.handler(({ context }) => putAwayMissed(context)),
  take: os.reminders.take.handler(({ context }) => context.notices.take()),
  answer: os.reminders.answer.handler(({ input, context }) =>
    context.notices.answer(input.id, input.action),
  ),
};
