import { stat } from 'node:fs/promises';
import { Refusal } from '../../shared/refusal.ts';
import { readCorpus } from '../core/listening/corpus.ts';
import type { Answer } from './answer.ts';

/** `porchlight corpus <folder>`: every feed in it through the real stages; needs no data folder. */
export async function corpus(folder: string, expected: string | undefined): Promise<Answer> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Refusal('not-found', `There is no folder ${folder}.`);
  const report = await readCorpus({
    folder,
    expectations: expected,
    now: Date.now,
    stopwatch: () => performance.now(),
  });
  const agreed = Object.entries(report.fields).map(
    ([field, { agreed, compared }]) => `  ${field}: ${agreed} of ${compared} agree`,
  );
  const { slowest, checks } = report;
  return {
    json: report,
    text: [
      `${report.read} of ${report.files} feeds read, ${report.items} items, in ${report.seconds.toFixed(1)} s.`,
      `  ${report.refused} refused, ${report.hung} of them stopped at the time limit`,
      ...report.refusals.map(({ reason, count }) => `    ${reason}: ${count}`),
      `  slowest: ${slowest.file} (${slowest.seconds.toFixed(2)} s)`,
      ...(expected ? agreed : []),
      ...(checks.made > 0 ? [`  checks: ${checks.passed} of ${checks.made} passed`] : []),
    ].join('\n'),
    code: 0,
  };
}
