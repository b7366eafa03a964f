import type { Comparison } from './compare.ts';

/** What the rule is held to at 150 people; a sentence for each that a year misses. */
export function missedReaches({ rules, advised }: Comparison): string[] {
  const [ours, ...others] = rules;
  if (ours?.name !== 'porchlight') return ['our own rule is missing from the table'];
  const missed: string[] = [];
  const expect = (holds: boolean, otherwise: string) => {
    if (!holds) missed.push(otherwise);
  };
  expect(ours.promisesKept >= 0.8, `promises kept ${ours.promisesKept}`);
  expect(ours.complaintsAnswered >= 0.8, `complaints answered ${ours.complaintsAnswered}`);
  for (const other of others) {
    if (other.duties) {
      const words = `neglect ${ours.longestNeglect}, under ${other.name} ${other.longestNeglect}`;
      expect(other.longestNeglect >= ours.longestNeglect, words);
    } else {
      expect(other.promisesKept < ours.promisesKept, `promises behind ${other.name}`);
      expect(other.complaintsAnswered < ours.complaintsAnswered, `complaints behind ${other.name}`);
    }
  }
  expect(advised.rhythmKept >= 0.95, `as advised in rhythm ${advised.rhythmKept}`);
  expect(advised.longestNeglect <= 1.3, `as advised neglect ${advised.longestNeglect}`);
  return missed;
}
