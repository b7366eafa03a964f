import { os } from '../boundary.ts';
import { findEntry, tagsOfTimeline, yearsOfTimeline } from './find.ts';
import { readTimeline } from './read.ts';

export const timelineProcedures = {
  list: os.timeline.list.handler(({ input, context }) => readTimeline(context, input)),
  find: os.timeline.find.handler(({ input, context }) => findEntry(context, input.id)),
  years: os.timeline.years.handler(({ context }) => yearsOfTimeline(context)),
  tags: os.timeline.tags.handler(({ context }) => tagsOfTimeline(context.connection)),
};
