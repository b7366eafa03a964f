import type { AnswerRemark } from '../../../shared/contract/contract.ts';

type Found = Pick<AnswerRemark, 'kind' | 'start' | 'end'>;

/**
 * What tells the world that somebody is or was a client or a patient, or something about it. A bad
 * review does not permit that (ABA Formal Opinion 496; for health, the same duty of silence).
 */
const confirming: readonly RegExp[] = [
  /\b(?:your|the) (?:case|matter|file|hearing|trial|settlement|divorce|custody|claim|retainer|retention|engagement|representation|estate|will|deposition|invoice|bill|fees?)\b/giu,
  /\b(?:your|the) (?:appointment|visit|treatment|diagnosis|procedure|surgery|operation|records?|chart|session|consultation|prescription|therapy|test results?|insurance|x-?rays?)\b/giu,
  /\b(?:represent(?:ed|ing)?|advis(?:ed|ing)|treat(?:ed|ing)?|examin(?:ed|ing)|diagnosed|operated on) (?:you|your)\b/giu,
  /\b(?:as|was|were|are|being|be|been) (?:an? |our |my )?(?:former |past |valued )?(?:client|patient)\b/giu,
  /\b(?:our|my) (?:former |past |valued )?(?:client|patient)\b/giu,
  /\b(?:not|never) (?:an? |our |my )?(?:client|patient)\b/giu,
  /\byou(?:r)? (?:hired|retained|engaged|consulted|came to|saw|met with|called|owe|still owe|signed|paid|did not pay|didn[’']t pay|told (?:us|me))\b/giu,
  /\b(?:choosing|trusting) (?:us|our|me)\b/giu,
  /\bwhen (?:we|i) (?:met|spoke|talked)\b/giu,
];

/** The places in a text that would confirm somebody as a client or a patient. */
export function confirmsClient(text: string): Found[] {
  const found: Found[] = [];
  for (const pattern of confirming) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const [start, end] = [index, index + words.length];
      if (!found.some((other) => start < other.end && other.start < end)) {
        found.push({ kind: 'client', start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
