import { over } from './understand-words.ts';

const determiners = 'the|an?|some|another|her|his|their|our|my|new|more|two|three|four|\\d{1,3}';
const wanting = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:wants?|wanted|needs?|needed|asked (?:us |me )?for|asks for|asking for|would like|['’]d like|waiting for|looking for|interested in|forgot|left (?=(?:her|his|their)${over})|about (?=the${over}))\\s*((?:${determiners})\\s+)?([^.,;:!?()\\r\\n—–]{1,80})`,
  'giu',
);
/** Where the name of a thing is over: at a small word, a verb, a time. */
const thingEnds = new RegExp(
  `(?:^|\\s+)(?:to|for|from|by|with|of|on|at|in|and|or|but|so|if|when|that|who|because|before|after|asap|soon|again|please|today|tomorrow|next|this|is|was|me|us|it|him|her|them|be|go|come|back|now|quickly|urgently)${over}.*$`,
  'iu',
);

const withIt =
  /^((?:send|bring|post|deliver|order|email|e-mail|fetch|print|get|make|fix|repair|finish|prepare|pack|wrap|return|replace|cut|drop|check|quote|mend|install|ship|hand|give|take|pick|keep|hold|reserve)(?: (?:back|over|out|off|up|round|around))?) (it|that|this|one|them)(?![\p{L}\p{N}'’])/iu;
const withNothing = /^(?:send|bring|post|deliver|order|email|e-mail|print|prepare)$/iu;

/**
 * A promise with its "it" named, where an earlier part of the line says plainly what is wanted:
 * after "wants the quote", "send it" is "send the quote". Anything less plain stays as typed.
 */
export function resolved(promise: string, before: string): string {
  const pronoun = withIt.exec(promise);
  if (!pronoun && !withNothing.test(promise)) return promise;
  const thing = thingWanted(before);
  if (!thing) return promise;
  if (!pronoun) return `${promise} ${thing}`;
  const plural = /s$/i.test(thing);
  if (/^them$/i.test(pronoun[2] ?? '') !== plural) return promise;
  return `${pronoun[1]} ${thing}${promise.slice(pronoun[0].length)}`;
}

/** The last thing that somebody wants in a text: "the quote". Nothing when it is not plain. */
function thingWanted(text: string): string | undefined {
  const found = [...text.slice(-2000).matchAll(wanting)].at(-1);
  if (!found) return undefined;
  const thing = (found[2] ?? '').replace(thingEnds, '').trim();
  if (thing === '' || thing.split(/\s+/).length > 4) return undefined;
  const determiner = (found[1] ?? '').trim().toLowerCase();
  const kept = /^(?:her|his|their|our|my)$/.test(determiner);
  const counted = /^(?:two|three|four|new|\d+)$/.test(determiner);
  return kept ? `${determiner} ${thing}` : counted ? `the ${determiner} ${thing}` : `the ${thing}`;
}
