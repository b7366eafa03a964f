import { os } from '../boundary.ts';
import { find } from './find.ts';

export const searchProcedures = {
  find: os.search.find.handler(({ input, context }) => find(context, input)),
};
