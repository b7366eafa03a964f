import { os } from '../boundary.ts';
import { behindFigure } from './behind.ts';
import { listLeaps, nameLeap, putLeapAway, removeLeap } from './leap.ts';
import { honestNumbers } from './numbers.ts';
import { reflectionJournal, thisWeek, writeAnswer } from './week.ts';

export const reflectionProcedures = {
  week: os.reflection.week.handler(({ context }) => thisWeek(context)),
  write: os.reflection.write.handler(({ input, context }) => writeAnswer(context, input)),
  journal: os.reflection.journal.handler(({ input, context }) => reflectionJournal(context, input)),
  numbers: os.reflection.numbers.handler(({ input, context }) => honestNumbers(context, input)),
  behind: os.reflection.behind.handler(({ input, context }) => behindFigure(context, input)),
  leaps: os.reflection.leaps.handler(({ context }) => listLeaps(context)),
  nameLeap: os.reflection.nameLeap.handler(({ input, context }) => nameLeap(context, input)),
  putLeapAway: os.reflection.putLeapAway.handler(({ input, context }) =>
    putLeapAway(context, input),
  ),
  removeLeap: os.reflection.removeLeap.handler(({ input, context }) =>
    removeLeap(context, input.id),
  ),
};
