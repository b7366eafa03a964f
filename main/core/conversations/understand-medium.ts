import type { Medium } from '../../../shared/contract/contract.ts';

/** Words that show how people spoke; the one that stands first in the line counts. */
const media: [Medium, RegExp][] = [
  [
    'phone',
    /(?<![\p{L}\p{N}])(?:rang|rung|phoned|telephoned|on the phone|(?:by|over the|via) (?:tele)?phone|phone ?call|voice ?mail|answering machine|answerphone|missed call|(?:a|the|her|his|their|quick|long|short|good|got a) call|call from|call with|(?:tried|tried to|trying to|kept) (?:call|ring|phone|reach)(?:ing)?|picked up the phone|hung up|no answer)(?![\p{L}\p{N}])/iu,
  ],
  ['phone', /^(?:tele)?phone(?=\s*[:,–-])|^call(?=\s*[:–-])/iu],
  // "called" rings somebody up, unless it gives a name ("a dog called Rex") or brings them in.
  [
    'phone',
    /(?:^|[.,;:!?–—]\s*|(?<![\p{L}\p{N}])(?:[Ii]|[Ww]e|[Ss]he|[Hh]e|[Tt]hey|just|and|then|when|wife|husband|mother|father|mum|dad|son|daughter|\p{Lu}\p{L}+|\p{Lo}[\p{Lo}\p{M}]+) )(?<verb>[Cc]alled)(?! (?:in|by|round|at|off)(?![\p{L}\p{N}]))(?![\p{L}\p{N}])/u,
  ],
  [
    'video',
    /(?<![\p{L}\p{N}])(?:video ?(?:call|chat)?|zoom(?:ed)?|face ?time|skype[d]?|on teams|google meet|by video)(?![\p{L}\p{N}])/iu,
  ],
  [
    'email',
    /(?<![\p{L}\p{N}])(?:e-?mailed|(?:by|via|per|an|in an|through) e-?mail|e-?mail (?:from|came|arrived|exchange)|(?:got|had|answered|replied to|wrote|sent) (?:[\p{L}'’]+ ){0,2}e-?mails?)(?![\p{L}\p{N}])|^e-?mail(?=\s*[:,–-])/iu,
  ],
  [
    'text',
    /(?<![\p{L}\p{N}])(?:texted|messaged|whats ?app(?:ed)?|sms|imessage|telegram|(?:by|via|a|got a|per) text|text(?: message)? from|text message|(?:got|sent|had|by) (?:a |her |his )?message|message from|dm(?:['’]?d|ed)?)(?![\p{L}\p{N}])|^text(?=\s*[:,–-])/iu,
  ],
  [
    'letter',
    /(?<![\p{L}\p{N}])(?:(?:a|by|her|his|their|the|got a) letter|letter from|(?:post|birthday |christmas |thank[- ]you )card (?:from|came|arrived)|(?:sent|wrote|posted|got|had|received) (?:(?:me|us|him|her|them|\p{Lu}\p{L}+) )?(?:a|the|another|her|his|their) (?:\p{L}+ )?card|(?:she|he|they|i|we) wrote(?! (?:us )?an? (?:[\p{L}\p{N}-]+ ){0,2}(?:review|post|comment|e-?mail|text)(?![\p{L}\p{N}])))(?![\p{L}\p{N}])|^(?:wrote(?! (?:us )?an? (?:[\p{L}\p{N}-]+ ){0,2}(?:review|post|comment|e-?mail|text)(?![\p{L}\p{N}]))|letter)(?![\p{L}\p{N}])/iu,
  ],
  [
    'visit',
    /(?<![\p{L}\p{N}])(?:visited|went (?:to see|round|over|to (?:her|his|their))|popped (?:round|over) to(?! us| the shop| our)|popped in to see|(?:dropped|looked) in on|drove (?:over|to|round|out)|at (?:her|his|their) (?:place|house|home|office|shop|workshop|flat|farm)|dropped by (?:her|his|their)|called (?:at|round)|home visit|house call|on site|on-site)(?![\p{L}\p{N}])|^visit(?=\s*[:,–-])/iu,
  ],
  [
    'counter',
    /(?<![\p{L}\p{N}])(?:counter|in the (?:shop|store|office|caf[eé])|(?:came|popped|dropped|stopped|looked|walked|called|dropping|stopping) (?:in|by)|at the (?:till|desk|door|stall|market)|in person|face to face|over (?:a )?(?:coffee|tea|lunch))(?![\p{L}\p{N}])/iu,
  ],
  [
    'review',
    /(?<![\p{L}\p{N}])(?:(?:left|wrote|posted) (?:us )?a (?:[\p{L}\p{N}-]+ ){0,2}review|(?:google|yelp|tripadvisor|trustpilot) review|in (?:a|the|her|his|their) review|reviewed us)(?![\p{L}\p{N}])/iu,
  ],
  [
    'post',
    /(?<![\p{L}\p{N}])(?:on (?:instagram|facebook|mastodon|bluesky|twitter|x|linkedin|tiktok|threads|social media)|commented|(?:her|his|their|a) (?:post|comment)|posted (?:on|about))(?![\p{L}\p{N}])/iu,
  ],
];

const nobody = [
  /(?<![\p{L}\p{N}])(?:no (?:answer|reply|response)|(?:no ?one|nobody) (?:(?:was |is )?(?:home|there|in|at home)|answered|picked up)|not (?:at )?home|straight to voice ?mail|went to voice ?mail|just voice ?mail|voice ?mail (?:full|only|again)|line (?:was )?(?:busy|engaged)|engaged tone|busy (?:signal|tone)|rang out|out when i (?:called|came|rang))(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:did(?:n['’]?t| not)|does(?:n['’]?t| not)|would(?:n['’]?t| not)|won['’]?t|is(?:n['’]?t| not)|not) (?:answer|answering|respond|responding|reply|replying|pick(?:ing)? up)(?: the phone| again| yet| today)?(?=\s*$|\s*[.,;!–—])/iu,
  /(?<![\p{L}\p{N}])(?:could(?:n['’]?t| not)|can(?:['’]?t|not)|did(?:n['’]?t| not)|unable to|failed to|not able to) (?:reach|get hold of|get through|catch|find)(?: to)?(?: (?:him|her|them|anyone|anybody|\p{L}+))?(?: today| again| yet)?(?=\s*$|\s*[.,;!–—])/iu,
  /(?:^|[,;.–—]\s*)not in(?=\s*(?:$|[,.;!–—]))/iu,
  /(?<![\p{L}\p{N}])no (?:luck|joy) (?:reaching|getting|calling|ringing|phoning|with the phone|on the phone)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:was(?:n['’]?t| not) (?:in|there|home|at home|around|available)|missed (?:him|her|them))(?: today| again)?(?=\s*$|\s*[.,;!–—])/iu,
];
const leftWord =
  /(?<![\p{L}\p{N}])(?:left|leaving) (?:(?:him|her|them|\p{Lu}\p{L}+) )?(?:a |another |yet another )?(?:(?:short|quick|long) )?(?:voice ?mail|voice message|message|msg|note on the door|vm)(?![\p{L}\p{N}])/iu;
const theyLeft =
  /(?<![\p{L}\p{N}])(?!(?:Just|Called|Rang|Phoned|Tried|And|Then|Again|Also|Only|Have|We|No|Only)\s)(?:[Ss]he|[Hh]e|[Tt]hey|\p{Lu}\p{L}+) (?:has |have |had )?$/u;
const triedTo =
  /(?<![\p{L}\p{N}])(?:tried|trying) (?:to )?(?:call|ring|phone|reach|catch|get hold of|get through)(?:ing)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])tried (?:him|her|them|again|twice)(?![\p{L}\p{N}])|missed call/iu;
const after =
  /(?<![\p{L}\p{N}])(?:got through|finally (?:reached|answered|picked up|spoke|got)|reached (?:him|her|them)|spoke|talked|(?:then )?(?:she|he|they) (?:called|rang|phoned) (?:me |us )?back|called back later and)(?![\p{L}\p{N}])/iu;

/** Nobody was reached where one would only know it by going there. */
const atTheDoor =
  /(?<![\p{L}\p{N}])(?:was(?:n['’]?t| not) (?:in|there)|on the door|knocked|left (?:a|another) note)(?![\p{L}\p{N}])/iu;

/** What a line says of how people spoke. Offsets are UTF-16 units of the line. */
export interface FoundMedium {
  medium: Medium;
  reached: boolean;
  /** The words that say how, if any do; and those that say that nobody was reached. */
  marks: { what: 'medium' | 'not-reached'; start: number; end: number }[];
}

/** How people spoke, and whether anybody was reached, by the words of a line. */
export function mediumOf(line: string): FoundMedium {
  const text = line.slice(0, 4000);
  const marks: FoundMedium['marks'] = [];
  let medium: Medium | undefined;
  let earliest: RegExpExecArray | undefined;
  for (const [kind, pattern] of media) {
    const found = pattern.exec(text);
    if (found && (!earliest || found.index < earliest.index)) {
      earliest = found;
      medium = kind;
    }
  }
  if (earliest) {
    const { index, 0: whole, groups } = earliest;
    const verb = groups?.verb;
    const start = index + (verb ? whole.lastIndexOf(verb) : 0);
    marks.push({ what: 'medium', start, end: start + (verb ?? whole).length });
  }
  const inVain = triedInVain(text);
  if (inVain) {
    const start = inVain.index + (/^[\s,;.–—]*/.exec(inVain[0])?.[0].length ?? 0);
    marks.push({ what: 'not-reached', start, end: inVain.index + inVain[0].length });
  }
  const usual = inVain ? (atTheDoor.test(text) ? 'visit' : 'phone') : 'counter';
  return { medium: medium ?? usual, reached: !inVain, marks };
}

/** The words that say that nobody was reached. */
function triedInVain(text: string): RegExpExecArray | undefined {
  if (after.test(text)) return undefined;
  for (const pattern of [triedTo, ...nobody]) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  const left = leftWord.exec(text);
  // Their word left with us is something they said.
  return left && !theyLeft.test(text.slice(0, left.index)) ? left : undefined;
}
