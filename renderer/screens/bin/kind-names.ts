import type { BinKind } from '../../../shared/contract/contract.ts';

/** What each kind of thing in the bin is called, one and several of it. */
export const kindNames: Record<BinKind, { one: string; many: string }> = {
  customer: { one: 'Person', many: 'People' },
  conversation: { one: 'Conversation', many: 'Conversations' },
  note: { one: 'Note', many: 'Notes' },
  'follow-up': { one: 'Follow-up', many: 'Follow-ups' },
  lesson: { one: 'Lesson', many: 'Lessons' },
};
