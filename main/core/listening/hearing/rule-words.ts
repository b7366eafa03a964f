import type { RuleForm, Tone } from '../../../../shared/contract/contract.ts';

const toneWords: Record<Tone, string> = {
  complaint: 'a complaint',
  question: 'a question',
  praise: 'praise',
  plain: 'neither complaint nor praise',
};

/** The ignored words as a sentence. */
export function ignoringWords(terms: readonly string[]): string {
  if (terms.length === 0) return 'Nothing is ignored.';
  return `A voice by nobody you know, containing ${oneOf(terms)}: let it go.`;
}

/** A rule as a sentence that a person can check: when it holds, and what is done then. */
export function ruleWords(
  rule: RuleForm,
  names: { source: string | null; customer: string | null },
): string {
  const when = [
    rule.sourceId ? `from ${names.source ?? 'a source that is not here any more'}` : '',
    rule.author ? `by ${rule.author}` : '',
    rule.byCustomer ? 'by a customer' : '',
    rule.starsAtMost === null ? '' : `with ${starWords(rule.starsAtMost)}`,
    rule.containing.length > 0 ? `containing ${oneOf(rule.containing)}` : '',
  ].filter(Boolean);
  return `A voice ${when.join(', ')}: ${doing(rule, names.customer)}.`;
}

function doing(rule: RuleForm, customer: string | null): string {
  switch (rule.does) {
    case 'noted':
      return 'note it';
    case 'let-go':
      return 'let it go';
    case 'star':
      return 'star it';
    case 'tone':
      return `take it for ${toneWords[rule.tone ?? 'plain']}`;
    case 'link':
      return `it is by ${customer ?? 'somebody who is not here any more'}`;
    case 'tell':
      return 'tell me at once';
  }
}

function starWords(stars: number): string {
  return stars === 1 ? 'one star of five' : `${stars} stars of five or fewer`;
}

function oneOf(phrases: readonly string[]): string {
  const quoted = phrases.map((phrase) => `“${phrase}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}
