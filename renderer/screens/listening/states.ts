import type { MentionState, SavedSearch, Tone } from '../../../shared/contract/contract.ts';

/** A state as people say it. */
export const stateName: Record<MentionState, string> = {
  new: 'New',
  answered: 'Answered',
  noted: 'Noted',
  'let-go': 'Let go',
};

export type Filter = SavedSearch['show'];

/** The filters above the list, in their order. */
export const filters: readonly { value: Filter; label: string }[] = [
  { value: 'new', label: 'New' },
  { value: 'answered', label: 'Answered' },
  { value: 'noted', label: 'Noted' },
  { value: 'let-go', label: 'Let go' },
  { value: 'starred', label: 'Starred' },
  { value: 'all', label: 'All' },
];

/** What a tone is called; the plain one is not called anything. */
export const toneName: Record<Tone, string> = {
  complaint: 'sounds unhappy',
  question: 'asks something',
  praise: 'sounds pleased',
  plain: '',
};

/** How a voice may be meant, with the key that says so. */
export const tones: readonly { tone: Tone; key: string; words: string }[] = [
  { tone: 'complaint', key: '1', words: 'A complaint' },
  { tone: 'question', key: '2', words: 'A question' },
  { tone: 'praise', key: '3', words: 'Praise' },
  { tone: 'plain', key: '4', words: 'None of these' },
];
