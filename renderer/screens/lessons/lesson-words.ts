import type { LessonState } from '../../../shared/contract/contract.ts';

/** How far a lesson has come, in a word or two. */
export const stateWords: Record<LessonState, string> = {
  heard: 'heard',
  thinking: 'thinking about it',
  changed: 'changed',
  told: 'told',
  kept: 'kept as it is',
};

export interface Move {
  to: LessonState;
  words: string;
  /** What has to be written down with it. */
  asks: 'changed' | 'reason' | null;
}

/** Where a lesson can go from where it is. */
export const moves: Record<LessonState, readonly Move[]> = {
  heard: [
    { to: 'thinking', words: 'Think about it', asks: null },
    { to: 'changed', words: 'We changed something', asks: 'changed' },
    { to: 'kept', words: 'We keep it as it is', asks: 'reason' },
  ],
  thinking: [
    { to: 'changed', words: 'We changed something', asks: 'changed' },
    { to: 'kept', words: 'We keep it as it is', asks: 'reason' },
  ],
  changed: [
    { to: 'told', words: 'They have been told', asks: null },
    { to: 'thinking', words: 'Not there yet', asks: null },
  ],
  told: [{ to: 'thinking', words: 'It has come up again', asks: null }],
  kept: [{ to: 'thinking', words: 'Think about it again', asks: null }],
};

/** "3 people", "1 person", "nobody linked yet". */
export function peopleWords(people: number): string {
  if (people === 0) return 'nobody linked yet';
  return people === 1 ? '1 person' : `${people} people`;
}
