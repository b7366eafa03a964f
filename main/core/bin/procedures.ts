import { os } from '../boundary.ts';
import { tableOf } from './kinds.ts';
import { letGo } from './let-go.ts';
import { listBin } from './list.ts';
import { restoreFromBin } from './restore.ts';

export const binProcedures = {
  list: os.bin.list.handler(({ input, context }) => listBin(context, input)),
  restore: os.bin.restore.handler(({ input, context }) => restoreFromBin(context, input.entries)),
  letGo: os.bin.letGo.handler(({ input, context }) => {
    const gone = letGo(context.connection, input.entries);
    context.bell.ring({ type: 'changed', topics: Object.values(tableOf) });
    return { gone };
  }),
};
