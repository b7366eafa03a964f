import { os } from '../boundary.ts';

export const journalProcedures = {
  undo: os.journal.undo.handler(({ input, context }) =>
    context.heavyWork.run('undo', { step: input.step }),
  ),
  history: os.journal.history.handler(({ input, context }) => context.journal.history(input)),
};
