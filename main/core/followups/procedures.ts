import { os } from '../boundary.ts';
import { binFollowUp } from './bin.ts';
import { doFollowUp, reopenFollowUp } from './keep.ts';
import { getFollowUp, listFollowUps } from './read.ts';
import { addFollowUp, changeFollowUp, snoozeFollowUp } from './write.ts';

export const followUpProcedures = {
  get: os.followUps.get.handler(({ input, context }) => getFollowUp(context, input.id)),
  list: os.followUps.list.handler(({ input, context }) => listFollowUps(context, input)),
  add: os.followUps.add.handler(({ input, context }) => addFollowUp(context, input)),
  change: os.followUps.change.handler(({ input, context }) => changeFollowUp(context, input)),
  done: os.followUps.done.handler(({ input, context }) => doFollowUp(context, input.id)),
  reopen: os.followUps.reopen.handler(({ input, context }) => reopenFollowUp(context, input.id)),
  snooze: os.followUps.snooze.handler(({ input, context }) => snoozeFollowUp(context, input)),
  bin: os.followUps.bin.handler(({ input, context }) => binFollowUp(context, input.id)),
};
