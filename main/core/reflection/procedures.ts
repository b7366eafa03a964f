import { os } from '../boundary.ts';
import { reflectionJournal, thisWeek, writeAnswer } from './week.ts';

export const reflectionProcedures = {
  week: os.reflection.week.handler(({ context }) => thisWeek(context)),
  write: os.reflection.write.handler(({ input, context }) => writeAnswer(context, input)),
  journal: os.reflection.journal.handler(({ context }) => reflectionJournal(context)),
};
