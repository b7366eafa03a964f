/** The words by which a line shows that we promised something. */

/** What we do for customers, as one writes it to oneself: "send the quote". */
const ownVerbs = `add|arrange|ask|book|bring|build|buy|call|chase|check|clean|collect|confirm|congratulate|
  contact|cook|copy|cut|deliver|design|discuss|do|draft|draw|drive|drop|email|e-mail|exchange|explain|
  feed|fetch|fill|find|finish|fit|fix|follow|forward|get|give|go|hand|have|help|hold|inform|install|
  introduce|invite|invoice|keep|lend|let|look|mail|make|measure|meet|mend|message|move|offer|open|order|
  organise|organize|pack|paint|pay|phone|pick|plan|polish|post|prepare|price|print|put|quote|refund|
  remind|repair|replace|reply|reserve|respond|return|ring|save|schedule|see|sell|send|set|sew|share|
  sharpen|ship|show|sign|sort|source|speak|start|stop|swap|take|talk|tell|test|text|thank|try|update|
  visit|wash|whatsapp|wish|wrap|write|answer|bake|bill|upholster|file|review|submit|renew|hang|sketch|
  transfer|settle|water|notify|research|assemble|load|remove|release|negotiate|rebook|reschedule|resend|reorder|
  redo|recheck|hem|alter`;

/** What we are about to do: "I'm ordering it tomorrow". */
const underWay = `sending|ordering|bringing|calling|ringing|phoning|posting|mailing|emailing|delivering|
  checking|quoting|fixing|mending|repairing|dropping|picking|preparing|finishing|booking|writing|
  printing|fetching|packing|texting|replying`;
/** The same, but only after "I'm" or "we're": "getting married friday" is theirs. */
const underWayOfOurs =
  'getting|making|taking|visiting|seeing|meeting|doing|giving|buying|cutting|putting';

/** Verbs that a customer does just as often: after a bare "will" they are theirs. */
const theirVerbs = 'come|pay|collect|pick|fetch|think|decide|let|try|see|pop|have|buy|go|get';

/** Things of ours that stand for the promise to bring them: "quote tomorrow". */
const ownThings = `quote|quotation|estimate|invoice|offer|proposal|contract|samples?|catalogue|callback|
  call[- ]back|follow[- ]?up|reminder|draft|measurements?`;

/** Nouns as much as verbs: with one of `tellsOf` after it, a thing that happened and no promise. */
const tellsOf = `from|came|comes|coming|arrived|arrives|was|were|is|isn['’]t|are|went|goes|has|had|will|
  would|should|may|might|due|ready|wants?|wanted|needs?|needed|says?|said|asked|asks|likes?|rang|
  called|calls|paid|pays|signed|accepted|sent|expires|ends|ended|already|done|too`;

/** What is agreed on with somebody for a time to come: "fitting tomorrow", "lunch on friday at 1". */
const agreedThings = `meeting|appointment|fitting|tasting|viewing|consultation|lunch|dinner|coffee|tea|drinks|
  house call|home visit|site visit|collection|installation`;

const name = `\\p{Lu}[\\p{L}\\p{M}'’-]*`;
const joined = (words: string) => words.replace(/\s+/g, '');

/** Where a word is over. */
export const over = '(?![\\p{L}\\p{M}\\p{N}])';
export const ownVerb = `(?:${joined(ownVerbs)})${over}`;
const ownThing = `(?:${ownThings.replace(/\n\s*/g, '')})${over}`;

const flags = 'iu';

/** Small words before the clause proper: "and please just". */
export const leadIn = new RegExp(
  `^(?:(?:and|then|but|so|also|plus|please|pls|just|maybe|next|okay|ok|yes|later|again|to ?do|must|needs? to|have to|got to|gotta|should|remember to|(?:do not|don['’]?t) forget to|make sure to|be sure to|let['’]?s|let us|try to|&|\\+|-|–|—|•|\\*)${over}[\\s:,]*|[-–—•*+&:,"“”‘«»()\\s]+)+`,
  flags,
);

/** "I'll", "we will", "we promised to": whatever follows is ours, when it is not a mere fact. */
export const firstPerson = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?:i|we)(?:['’]ll|['’]m going to|['’]re going to|\\s+(?:will|shall|must|should|need to|have to|['’]ve to|am going to|are going to|promised(?: (?:her|him|them|${name}))? to|promised))\\s+(?:also |then |just |try to |try and |definitely )*(?!(?:not|never|be(?! (?:back|there|over|round|in touch)${over})|miss|need|think|try(?! \\p{L})|see(?! (?:to|about|him|her|them)${over})|have to)${over})`,
  flags,
);

/** "told her I'd send", "ill send", "we can send": ours when one of our verbs follows. */
export const firstPersonVerb = new RegExp(
  `(?:(?<![\\p{L}\\p{N}'’]|(?:if|whether|when|what|how) )(?:i|we)(?:['’]d|\\s+(?:would|can|could|agreed to))\\s+|^(?:ill|well|im going to|gonna|going to)\\s+)(?=(?:also |then |just )?${ownVerb})|(?<![\\p{L}\\p{N}'’]|(?:if|whether|when|what|how) )(?:i['’]m|i am|im|we['’]re|we are)\\s+(?=(?:${joined(underWay)}|${underWayOfOurs})${over})`,
  flags,
);

/** "asked me to call back". */
export const askedOfUs = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:asked|told|wants?|wanted|needs?|reminded|begged|would like|['’]d like|expects?) (?:me|us) to (?=\\p{L})(?!not${over})`,
  flags,
);

export const reminder = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:remind (?:me|us|myself)|reminder(?=[:\\s]))${over}`,
  flags,
);

/** "promised her the quote": ours, unless it was promised to us. */
export const promised = new RegExp(
  `^(?:(?:i|we) (?:have )?|(?:i|we)['’]ve |have )?promised${over}(?! (?:me|us)${over})(?: (?:her|him|them|${name})(?= (?:the|a|an|to|that|some|\\p{L}+ing)${over}))?(?: (?:to|that (?:i|we)(?:['’]d| would)|(?:i|we)(?:['’]d| would)))?`,
  'u',
);

/** "will send it", with nobody named before it. */
export const willOwnVerb = new RegExp(
  `^(?:will|shall)\\s+(?:also |then |just |try to )*(?=${ownVerb})(?!(?:${theirVerbs})${over})`,
  flags,
);

export const startsWithOwnVerb = new RegExp(
  `^(?:${ownVerb}|(?:${joined(underWay)})${over})`,
  flags,
);

/** A clause that begins like an order to oneself but tells of something, or of what others do for us. */
export const onlyTells = new RegExp(
  `^(?:e-mail|[\\p{L}]+)(?:-up|-back)? (?:(?:${joined(tellsOf)})|(?:back |to )?(?:me|us)|you)${over}`,
  flags,
);

/** "Quote", "the samples for the sofa". */
export const startsWithOwnThing = new RegExp(
  `^(?:(?:the|a|an|new|his|her|their|our)\\s+)?${ownThing}`,
  flags,
);
/** "Lunch with Leo", "the fitting". */
export const startsWithAgreed = new RegExp(
  `^(?:(?:the|a|an|next|his|her|their|our)\\s+)?(?:${agreedThings.replace(/\n\s*/g, '')})${over}`,
  flags,
);
export const tellsOfThing = new RegExp(`(?<![\\p{L}\\p{N}])(?:${joined(tellsOf)})${over}`, flags);
