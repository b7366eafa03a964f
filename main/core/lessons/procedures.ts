import { os } from '../boundary.ts';
import { listLessons } from './read.ts';
import { addLesson, binLesson, changeLesson, linkVoice, unlinkVoice } from './write.ts';

export const lessonProcedures = {
  list: os.lessons.list.handler(({ context }) => listLessons(context)),
  add: os.lessons.add.handler(({ input, context }) => addLesson(context, input)),
  change: os.lessons.change.handler(({ input, context }) => changeLesson(context, input)),
  link: os.lessons.link.handler(({ input, context }) => linkVoice(context, input)),
  unlink: os.lessons.unlink.handler(({ input, context }) => unlinkVoice(context, input)),
  bin: os.lessons.bin.handler(({ input, context }) => binLesson(context, input.id)),
};
