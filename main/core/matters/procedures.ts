import { os } from '../boundary.ts';
import { keepLookUp, lookUpConflicts } from './conflicts/look-up.ts';
import { listMatters } from './read-matters.ts';
import {
  addMatter,
  addMatterNote,
  changeMatter,
  removeMatter,
  removeMatterNote,
} from './write-matters.ts';

export const matterProcedures = {
  list: os.matters.list.handler(({ input, context }) => listMatters(context, input.customerId)),
  add: os.matters.add.handler(({ input, context }) =>
    addMatter(context, input.customerId, input.matter),
  ),
  change: os.matters.change.handler(({ input, context }) =>
    changeMatter(context, input.id, input.changes),
  ),
  remove: os.matters.remove.handler(({ input, context }) => removeMatter(context, input.id)),
  addNote: os.matters.addNote.handler(({ input, context }) =>
    addMatterNote(context, input.id, input.body),
  ),
  removeNote: os.matters.removeNote.handler(({ input, context }) =>
    removeMatterNote(context, input.noteId),
  ),
  lookUp: os.matters.lookUp.handler(({ input, context }) => lookUpConflicts(context, input)),
  keepLookUp: os.matters.keepLookUp.handler(({ input, context }) => keepLookUp(context, input)),
};
