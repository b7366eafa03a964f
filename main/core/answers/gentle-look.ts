import type { AnswerRemark } from '../../../shared/contract/contract.ts';

type Found = Pick<AnswerRemark, 'kind' | 'start' | 'end'>;

/** What an angry hand writes. Each is pointed at, none is forbidden. */
const phrases: Record<'blame' | 'sarcasm' | 'legal-threat', readonly RegExp[]> = {
  blame: [
    /\byou (?:should|could|ought to|might) (?:have|of)\b/giu,
    /\b(?:entirely |all )?your (?:own )?(?:fault|mistake|problem|responsibility)\b/giu,
    /\byou (?:did not|didn[’']t|never|failed to|refused to|forgot to|ignored|misread|misunderstood|misheard)\b/giu,
    /\bif you had(?:n[’']t| not| only| bothered)?\b/giu,
    /\b(?:as|like) you were told\b/giu,
    /\b(?:that|this) is on you\b/giu,
    /\byou(?:[’']re| are) (?:lying|a liar|wrong|rude|mistaken|exaggerating|being (?:rude|unfair|unreasonable|difficult))\b/giu,
    /\b(?:simply|just|completely|absolutely) (?:not true|untrue|false)\b/giu,
  ],
  sarcasm: [
    /\bthanks for nothing\b/giu,
    /\bwith all due respect\b/giu,
    /\bsorry (?:that )?you (?:feel|felt|think|thought) (?:that|this|so)\b/giu,
    /\b(?:oh,? really|how nice of you|good for you|bravo|congratulations on)\b/giu,
    /\bgood luck (?:with|finding|elsewhere)\b/giu,
    /\bas any(?:one|body) (?:would|could|should|with)\b/giu,
    /\b(?:obviously|clearly),? you\b/giu,
    /\bfor your information\b/giu,
    /(?:^|\s)\/s\b/giu,
  ],
  'legal-threat': [
    /\b(?:our|my) (?:lawyers?|attorneys?|solicitors?|legal (?:team|department))\b/giu,
    /\b(?:legal (?:action|steps|consequences|proceedings)|law ?suits?|cease and desist)\b/giu,
    /\b(?:defamation|defamatory|libel(?:lous)?|slander(?:ous)?)\b/giu,
    /\b(?:sue|suing) (?:you|for)\b/giu,
    /\b(?:see|take) you (?:in|to) court\b/giu,
  ],
};

/** Two words or more in capitals, or one of five letters; short ones may be names of things. */
const capitals =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}(?:[\s,]+\p{Lu}{2,})+|\p{Lu}{5,})(?![\p{L}\p{N}])/gu;
const outcry = /[!?]*!{2,}[!?]*|\?{2,}!*|!\?[!?]*/gu;

/**
 * What a friend would point at before an answer goes out: shouting, blame, sarcasm, a legal threat.
 * English only; words in quotation marks are somebody else's. Places count UTF-16 units.
 */
export function gentleLook(text: string): Found[] {
  const found: Found[] = [];
  const quoted = [...text.matchAll(/“[^”]*”|"[^"\n]*"|«[^»]*»/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const note = (kind: Found['kind'], patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      for (const { index, 0: words } of text.matchAll(pattern)) {
        const [start, end] = [index, index + words.length];
        if (words.trim() === '') continue;
        if (quoted.some((quote) => start >= quote.start && end <= quote.end)) continue;
        if (found.some((other) => start < other.end && other.start < end)) continue;
        found.push({ kind, start, end });
      }
    }
  };
  // Whoever writes all in one case has their reasons; Han and Arabic know no capitals anyway.
  note('shouting', [capitals, outcry]);
  note('legal-threat', phrases['legal-threat']);
  note('sarcasm', phrases.sarcasm);
  note('blame', phrases.blame);
  return found.sort((one, other) => one.start - other.start);
}
