import { backUpBeforeImport } from '../backups/before.ts';
import { os } from '../boundary.ts';
import { importPeople } from './bring-in.ts';
import { exportPeople } from './export.ts';
import { previewPeople } from './preview.ts';

export const exchangeProcedures = {
  previewPeople: os.exchange.previewPeople.handler(({ input, context }) =>
    previewPeople(context, input),
  ),
  importPeople: os.exchange.importPeople.handler(async ({ input, context }) => {
    await backUpBeforeImport(context, input.content.length);
    return importPeople(context, input);
  }),
  exportPeople: os.exchange.exportPeople.handler(({ input, context }) =>
    exportPeople(context, input),
  ),
};
