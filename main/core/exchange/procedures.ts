import { backUpBeforeImport } from '../backups/before.ts';
import { os } from '../boundary.ts';
import { exportCalendar } from './calendar/export-calendar.ts';
import { exportPerson } from './person/export-person.ts';

export const exchangeProcedures = {
  previewPeople: os.exchange.previewPeople.handler(({ input, context }) =>
    context.heavyWork.run('preview', input),
  ),
  importPeople: os.exchange.importPeople.handler(async ({ input, context }) => {
    await backUpBeforeImport(context, input.content.length);
    return context.heavyWork.run('import', input);
  }),
  exportCalendar: os.exchange.exportCalendar.handler(({ context }) => exportCalendar(context)),
  exportPerson: os.exchange.exportPerson.handler(({ input, context }) =>
    exportPerson(context, input),
  ),
  stopImport: os.exchange.stopImport.handler(({ context }) => context.heavyWork.stop()),
  exportPeople: os.exchange.exportPeople.handler(({ input, context }) =>
    context.heavyWork.run('export', input),
  ),
};
