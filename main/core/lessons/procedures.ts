import { os } from '../boundary.ts';
import { proposeVoices, setVoiceAside, takeVoiceUp } from './propose.ts';
import { listLessons } from './read.ts';
import { binStory, changeStory, keepStory, listStories } from './stories.ts';
import { addLesson, binLesson, changeLesson, linkVoice, unlinkVoice } from './write.ts';

export const lessonProcedures = {
  list: os.lessons.list.handler(({ context }) => listLessons(context)),
  add: os.lessons.add.handler(({ input, context }) => addLesson(context, input)),
  change: os.lessons.change.handler(({ input, context }) => changeLesson(context, input)),
  link: os.lessons.link.handler(({ input, context }) => linkVoice(context, input)),
  unlink: os.lessons.unlink.handler(({ input, context }) => unlinkVoice(context, input)),
  bin: os.lessons.bin.handler(({ input, context }) => binLesson(context, input.id)),
  proposed: os.lessons.proposed.handler(({ input, context }) => proposeVoices(context, input.id)),
  setAside: os.lessons.setAside.handler(({ input, context }) => setVoiceAside(context, input)),
  takeUp: os.lessons.takeUp.handler(({ input, context }) => takeVoiceUp(context, input)),
};

export const storyProcedures = {
  list: os.stories.list.handler(({ context }) => listStories(context.connection)),
  keep: os.stories.keep.handler(({ input, context }) => keepStory(context, input)),
  change: os.stories.change.handler(({ input, context }) => changeStory(context, input)),
  bin: os.stories.bin.handler(({ input, context }) => binStory(context, input.id)),
};
