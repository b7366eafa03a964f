import type { Figure } from '../contract/contract.ts';

interface FigureWords {
  /** What it is, as a row of the numbers says it. */
  label: string;
  /** What is counted: "3 of 6 people". */
  one: string;
  many: string;
  /** What more those have that are met. */
  tail?: string;
  /** Over the list of those it counts, and over that of the others. */
  met: string;
  rest: string;
  /** How it is counted, in a sentence. */
  how: string;
}

/** What each figure is called, and how it is counted. */
export const figureWords: Record<Figure, FigureWords> = {
  steps: {
    ...{ label: 'Days with a step', one: 'day', many: 'days' },
    met: 'Days on which you turned to somebody',
    rest: 'Days on which you turned to nobody',
    how: 'A day counts when you really spoke with somebody, or the day’s person was done.',
  },
  people: {
    ...{ label: 'People turned to', one: 'person', many: 'people' },
    met: 'People you turned to',
    rest: 'People you did not turn to',
    how: 'Of all who are here now. Who is in the bin is not counted.',
  },
  heard: {
    ...{ label: 'Voices heard', one: 'voice', many: 'voices', tail: 'from people you know' },
    met: 'Voices of people you know',
    rest: 'Voices of others',
    how: 'Everything that was heard, by the day on which it was said.',
  },
  answered: {
    ...{ label: 'Voices answered', one: 'voice', many: 'voices' },
    met: 'Voices that were answered',
    rest: 'Voices that were not answered',
    how: 'Of everything that was said in that time, also what was answered later.',
  },
  promises: {
    ...{ label: 'Promises kept in time', one: 'promise', many: 'promises' },
    met: 'Promises kept in time',
    rest: 'Promises kept late, or still open',
    how: 'Of those to somebody that came due: done on the day or before, whatever they were put off to.',
  },
  'two-way': {
    ...{ label: 'Conversations that went both ways', one: 'conversation', many: 'conversations' },
    met: 'Conversations that went both ways',
    rest: 'Conversations that went one way',
    how: 'Where you speak, both have their say. In writing it counts when they began, or were heard within two weeks. Tries that reached nobody are among all of them.',
  },
  back: {
    ...{ label: 'Of those you turned to', one: 'person', many: 'people' },
    met: 'Turned to, and came back or sent somebody',
    rest: 'Turned to, and did not come back or send anybody',
    how: 'On a later day than the first on which you turned to them.',
  },
  'back-unasked': {
    ...{ label: 'Of all the others', one: 'person', many: 'people' },
    met: 'Not turned to, and came back or sent somebody',
    rest: 'Not turned to, and did not come back or send anybody',
    how: 'On any day in that time.',
  },
  complaints: {
    ...{ label: 'Complaints that became lessons', one: 'complaint', many: 'complaints' },
    met: 'Complaints that became lessons',
    rest: 'Complaints that no lesson rests on',
    how: 'A complaint counts when a lesson rests on it.',
  },
  told: {
    ...{ label: 'Changes that were told', one: 'change', many: 'changes' },
    met: 'Changes of which those who taught them were told',
    rest: 'Changes that were not told to everybody yet',
    how: 'Of the lessons that changed something in that time.',
  },
};

/** "3 of 6 people"; "none yet" where there is nothing to count. */
export function shareWords(figure: Figure, { met, of }: { met: number; of: number }): string {
  const { one, many, tail } = figureWords[figure];
  if (of === 0) return `no ${many} yet`;
  return [met, 'of', of, of === 1 ? one : many, tail]
    .filter((word) => word !== undefined)
    .join(' ');
}
