import { os } from '../boundary.ts';
import { importPeople } from './bring-in.ts';
import { exportPeople } from './export.ts';
import { previewPeople } from './preview.ts';

export const exchangeProcedures = {
  previewPeople: os.exchange.previewPeople.handler(({ input, context }) =>
    previewPeople(context, input),
  ),
  importPeople: os.exchange.importPeople.handler(({ input, context }) =>
    importPeople(context, input),
  ),
  exportPeople: os.exchange.exportPeople.handler(({ input, context }) =>
    exportPeople(context, input),
  ),
};
