import type { Rescue } from '../contract/contract.ts';

const troubles: Record<Rescue['trouble'], string> = {
  missing: 'The file with your data is not where it was.',
  garbage: 'The file with your data no longer holds what Porchlight wrote.',
  truncated: 'The file with your data was cut off.',
  foreign: 'In the place of your data there is a file of another program.',
  damaged: 'Parts of the file with your data can no longer be read.',
};

/** What is wrong with the database, and that nothing was thrown away. */
export function troubleSentence({ trouble, file }: Pick<Rescue, 'trouble' | 'file'>): string {
  return file ? `${troubles[trouble]} It is set aside, untouched: ${file}` : troubles[trouble];
}

/** What comes back of the time since the backup: "and the 14 things that you did since then". */
export function sinceWords(steps: number): string {
  if (steps === 0) return '';
  if (steps === 1) return 'and the one thing that you did since then';
  return `and the ${steps.toLocaleString('en-GB')} things that you did since then`;
}
