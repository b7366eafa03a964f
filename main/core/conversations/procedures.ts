import { os } from '../boundary.ts';
import { binConversation, changeConversation } from './change.ts';
import { readDraft, saveDraft } from './drafts.ts';
import { logConversation } from './log.ts';
import { addNote, binNote, changeNote } from './notes.ts';
import { keepPlan } from './plan.ts';
import { listConversations, readConversation } from './read.ts';
import { understand } from './understand.ts';

export const conversationProcedures = {
  understand: os.conversations.understand.handler(({ input, context }) =>
    understand(context, input.line, input.customerId),
  ),
  log: os.conversations.log.handler(({ input, context }) => logConversation(context, input)),
  plan: os.conversations.plan.handler(({ input, context }) => keepPlan(context, input)),
  change: os.conversations.change.handler(({ input, context }) =>
    changeConversation(context, input),
  ),
  bin: os.conversations.bin.handler(({ input, context }) => binConversation(context, input.id)),
  get: os.conversations.get.handler(({ input, context }) =>
    readConversation(context.connection, input.id),
  ),
  list: os.conversations.list.handler(({ input, context }) =>
    listConversations(context.connection, input),
  ),
};

export const noteProcedures = {
  add: os.notes.add.handler(({ input, context }) => addNote(context, input)),
  change: os.notes.change.handler(({ input, context }) => changeNote(context, input)),
  bin: os.notes.bin.handler(({ input, context }) => binNote(context, input.id)),
};

export const draftProcedures = {
  get: os.drafts.get.handler(({ input, context }) => readDraft(context, input.key)),
  save: os.drafts.save.handler(({ input, context }) => saveDraft(context, input.key, input.text)),
};
