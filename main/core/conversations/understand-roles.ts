/** Who in a line took part in the conversation, and who was only spoken of. */

interface Place {
  start: number;
  end: number;
}

const edge = '(?<![\\p{L}\\p{N}])';
const over = '(?![\\p{L}\\p{M}\\p{N}])';

/** Verbs and prepositions after which stands whom one speaks with, and nothing else. */
const plainly =
  'with|called|rang|phoned|telephoned|e-?mailed|texted|messaged|whats ?app(?:ed)?|met|met with|visited|bumped into|ran into|chatted (?:to|with)|spoke (?:to|with)|speaking (?:to|with)|talked (?:to|with)|talking (?:to|with)|wrote to|went to see|popped (?:in|round|over) to|caught up with';
/** Those that may have something else after them too. */
const mostly =
  'from|saw|seen|reached|reach|reaching|told|asked|thanked|called in on|dropped in on|tried|try(?:ing)? (?:to )?(?:call|ring|phone|reach)|call(?:ing)?|ringing|phoning|rung|answered|replied to|wrote|left|refunded|paid|sold|helped|served|showed|promised|gave|lent|sent|to|visit(?:ing)?|round to|over to|at';
/** "Mrs", and what stands before a name without changing who is meant. */
const courtesy =
  '(?:(?:mrs?|ms|miss|mx|dr|prof|madam|sir|herr|frau|signora?|sig|señora?|madame|monsieur)\\.? |both |old |young |dear |@)?';

const afterPlain = new RegExp(`${edge}(?:${plainly})\\s+${courtesy}$`, 'iu');
const afterMost = new RegExp(`${edge}(?:${plainly}|${mostly})\\s+${courtesy}$`, 'iu');

/** Whether what stands before a name says that one spoke with whom it names. */
export function speaksTo(before: string, how: 'plainly' | 'mostly' = 'mostly'): boolean {
  return (how === 'plainly' ? afterPlain : afterMost).test(before.slice(-60));
}

const reported = new RegExp(
  `${edge}(?:(?:that|whether|if|because|since|about|of|for|says?|said|thinks?|hopes?|heard|hears|mentioned|knows?|knew|wonders?|wondered|like|than|before|until|when|while)|(?:told|tells|asked|reminded|showed|introduced) (?:me|us|him|her|them|\\p{Lu}[\\p{L}\\p{M}'’-]*)(?: (?:to|about|that))?)\\s+${courtesy}$`,
  'iu',
);

const adverbs = '(?:(?:just|also|both|all|then|has|have|had|is|was|were|are|again|finally) )*';
/** What people do when they speak with us: "came in", "wants". */
const speaks =
  "called|calls|rang|phoned|telephoned|texted|texts|messaged|e-?mailed|wrote|writes|whats ?app(?:ed)?|came|comes|popped|dropped|stopped|walked|looked in|visited|said|says|asked|asks|told|tells|wants?|wanted|needs?|needed|would like|['’]d like|likes?|liked|loves?|loved|bought|buys|paid|pays|ordered|orders|collected|brought|returned|complained|thanked|mentioned|mentions|left|answered|replied|here|in (?:today|again|this)|in(?=\\s*(?:[,.;!]|$))|picked up|dropped off|tried|booked|cancelled|signed|agreed|confirmed|accepted|refused|apologi[sz]ed|spoke|talked|phones|rings|did(?:n['’]?t| not)|does(?:n['’]?t| not)|was(?:n['’]?t| not) (?:in|there|home)|could(?:n['’]?t| not)";
const subject = new RegExp(
  `^(?:['’]s)?(?: and (?:(?:her|his|their|the) )?\\p{Ll}+)?,?\\s+${adverbs}(?:${speaks})${over}`,
  'iu',
);
const heads = /^\s*(?:[:,]|[-–—]\s|$)/u;
const begins = /(?:^|[.!?;\n])\s*(?:@|(?:with|re)\s+)?$/iu;
const otherScript = /^\s*(?:さん|様|氏|씨|님)/u;

/** What only people do, so that whoever does it is one: the post came, but nobody "popped in". */
const person = new RegExp(
  `^,?\\s+${adverbs}(?:called|calls|rang|rings|phoned|texted|texts|messaged|e-?mailed|wrote|writes|came (?:in|by|round|over|back)|popped|dropped (?:in|by)|stopped by|visited|said|says|asked|asks|told|tells|wants|wanted|would like|ordered|thanked|mentioned|spoke|talked)${over}`,
  'iu',
);

/** Whether a name stands where those stand who took part. */
function tookPart(line: string, { start, end, isKnown }: NamePlace): boolean {
  const before = line.slice(Math.max(0, start - 80), start);
  const after = line.slice(end, end + 60).replace(otherScript, '');
  if (reported.test(before)) return false;
  const owns = /^['’]s?\s+\p{L}/u.test(after);
  if (!isKnown) return !owns && (speaksTo(before, 'plainly') || person.test(after));
  if (speaksTo(before)) return !owns;
  return subject.test(after) || (begins.test(before) && heads.test(after));
}

const joins =
  /^\s*(?:,|,?\s*(?:and|&|\+|with|plus|und|e|y|et)|,?\s*(?:and|with) (?:her|his|their|my|the) \p{Ll}+)\s*(?:(?:mrs?|ms|miss|mx|dr)\.? |@)?$/iu;

/** A name in a line, and whether any customer bears it. */
export interface NamePlace extends Place {
  isKnown: boolean;
}

/**
 * For each name, in their order, whether whoever bears it took part. Names joined by "and" share
 * their part; where no word says who took part it is the customers whom the line names first.
 * Names within promises are of those to come.
 */
export function whoTookPart(
  line: string,
  names: readonly NamePlace[],
  promises: readonly Place[],
): boolean[] {
  const ahead = names.map((name) =>
    promises.some((promise) => promise.start <= name.start && name.end <= promise.end),
  );
  const chains = chainsOf(line, names, ahead);
  const took = new Set<number>();
  for (const chain of chains) {
    const isSure = chain.some((at) => !ahead[at] && tookPart(line, names[at] as NamePlace));
    if (isSure) for (const at of chain) took.add(at);
  }
  if (took.size === 0) {
    const customers = (chain: number[]) => chain.filter((at) => names[at]?.isKnown);
    const named = chains.filter((chain) => customers(chain).length > 0);
    const first = named.find((chain) => chain.some((at) => !ahead[at])) ?? named[0] ?? [];
    for (const at of customers(first)) took.add(at);
  }
  return names.map((_, at) => took.has(at));
}

/** Which names, by their places in the list, are joined to one another. */
function chainsOf(line: string, names: readonly Place[], ahead: readonly boolean[]): number[][] {
  const chains: number[][] = [];
  names.forEach((name, at) => {
    const last = names[at - 1];
    const between = last && line.slice(last.end, name.start);
    const isJoined = between !== undefined && joins.test(between) && ahead[at - 1] === ahead[at];
    if (isJoined) chains.at(-1)?.push(at);
    else chains.push([at]);
  });
  return chains;
}
