import { os } from '../boundary.ts';
import { binPeople, restorePeople } from './bin.ts';
import { forgetReturn, noteReturn } from './came-back.ts';
import { changeAll } from './change-all.ts';
import { listDuplicates } from './duplicates/list.ts';
import { mergePeople } from './duplicates/merge.ts';
import { notTheSame } from './duplicates/not-the-same.ts';
import { getCustomer } from './get.ts';
import { readHistory } from './history/read-history.ts';
import { leaveRhythm } from './leave-rhythm.ts';
import { listPeople } from './list.ts';
import { makeCustomer } from './make-customer.ts';
import { readPictures } from './photos/photo-rows.ts';
import { removePhoto, setPhoto } from './photos/photos.ts';
import { readReferrals } from './referrals.ts';
import { dropTag, readAllTags, renameTag } from './tags.ts';
import { addCustomer, changeCustomer } from './write.ts';

export const peopleProcedures = {
  list: os.people.list.handler(({ input, context }) => listPeople(context, input)),
  get: os.people.get.handler(({ input, context }) => getCustomer(context, input.id)),
  add: os.people.add.handler(({ input, context }) => addCustomer(context, input)),
  makeCustomer: os.people.makeCustomer.handler(({ input, context }) =>
    makeCustomer(context, input.relationId),
  ),
  change: os.people.change.handler(({ input, context }) =>
    changeCustomer(context, input.id, input.changes),
  ),
  changeAll: os.people.changeAll.handler(({ input, context }) => changeAll(context, input)),
  leaveRhythm: os.people.leaveRhythm.handler(({ input, context }) => leaveRhythm(context, input)),
  bin: os.people.bin.handler(({ input, context }) => binPeople(context, input.ids)),
  restore: os.people.restore.handler(({ input, context }) => restorePeople(context, input.ids)),
  duplicates: os.people.duplicates.handler(({ input, context }) =>
    listDuplicates(context, input.limit),
  ),
  notTheSame: os.people.notTheSame.handler(({ input, context }) => notTheSame(context, input)),
  merge: os.people.merge.handler(({ input, context }) => mergePeople(context, input)),
  history: os.people.history.handler(({ input, context }) => readHistory(context, input)),
  stepBack: os.people.stepBack.handler(({ input, context }) =>
    context.journal.undo(input.step, input.id),
  ),
  referrals: os.people.referrals.handler(({ input, context }) => readReferrals(context, input.id)),
  cameBack: os.people.cameBack.handler(({ input, context }) => noteReturn(context, input)),
  didNotComeBack: os.people.didNotComeBack.handler(({ input, context }) =>
    forgetReturn(context, input.returnId),
  ),
  pictures: os.people.pictures.handler(({ input, context }) =>
    readPictures(context.connection, input.ids),
  ),
  setPhoto: os.people.setPhoto.handler(({ input, context }) => setPhoto(context, input)),
  removePhoto: os.people.removePhoto.handler(({ input, context }) => removePhoto(context, input)),
  renameTag: os.people.renameTag.handler(({ input, context }) => renameTag(context, input)),
  dropTag: os.people.dropTag.handler(({ input, context }) => dropTag(context, input.tag)),
  tags: os.people.tags.handler(({ context }) => readAllTags(context.connection)),
};
