import { noSurname, title } from './names-in-line.ts';
import { ordinaryNames } from './ordinary-names.ts';
import { ownVerb } from './understand-words.ts';

/** A name that nobody among the customers bears. */
export interface Stranger {
  name: string;
  start: number;
  end: number;
}

/** Words of a name, and characters of a line, that are looked at. */
const longest = 4;
const longestLine = 4000;
/** Words with a capital that name nobody. */
const noName =
  /^(?:i|ok|okay|tv|pm|am|uk|eu|us|usa|sms|dm|whats ?app|zoom|teams|facetime|skype|google|facebook|instagram|mastodon|bluesky|twitter|linkedin|tiktok|threads|yelp|trustpilot|easter|christmas|xmas|ramadan|eid|diwali|hanukkah|passover|new|customers?|clients?|tourists?|orders?|visitors?|invoice|quote|the|a|an|my|our|her|his|their|also|and|but|then|so|just|he|she|they|we|it|mr|mrs|ms|miss|mx|dr|prof|sir|madam|both|someone|somebody|nobody|everyone|today|tomorrow|yesterday|mum|mom|dad|nan|gran|lady|man|woman|guy|girl|boy|kids|people|everybody|anyone|anybody|neighbours?|postman|driver|supplier|courier|delivery|parcel|post|people|staff|police|council|bank|school|family|friends?)$/iu;
/** What speaks with somebody rather than being one: "Spoke with her". */
const verb = new RegExp(
  `^(?:${ownVerb}|spoke|talked|chatted|met|saw|seen|rang|called|phoned|emailed|texted|messaged|wrote|visited|came|went|had|got|left|tried|asked|told|sold|bought|paid|ran|dropped|popped|stopped|lunch|coffee|tea|dinner|drinks?|meeting|visit|call|letter|card|note)$`,
  'iu',
);
const particle =
  /^(?:van|von|de|der|den|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|ben|af|zu|ter|ten)$/u;
/** Scripts that have no capitals. */
const uncased = /^[\p{Lo}\p{M}]{2,}$/u;

interface Word {
  text: string;
  start: number;
  end: number;
}

/** With "O'Brien" and "Díaz-Soto" in one piece. */
const word = /[\p{L}\p{M}]+(?:['’-](?=\p{Lu})[\p{L}\p{M}]+)*/gu;

/**
 * Runs of words that look like a name, where no customer's name is: with capitals, or of a script
 * that has none in a line of one that has; a title before it belongs to it. Whether somebody is
 * meant is for others to judge.
 */
export function strangersIn(
  line: string,
  known: readonly { start: number; end: number }[],
): Stranger[] {
  const isLatin = /\p{Script=Latin}{3}/u.test(line);
  const runs: Word[][] = [];
  for (const found of line.slice(0, longestLine).matchAll(word)) {
    const next = { text: found[0], start: found.index, end: found.index + found[0].length };
    if (known.some((one) => one.start < next.end && next.start < one.end)) continue;
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    const isNext =
      last && run.length < longest && /^(?: |\. )$/.test(line.slice(last.end, next.start));
    const isWord = isNameWord(next.text, isLatin);
    if (isNext && (isWord || particle.test(next.text))) run.push(next);
    else if (isWord) runs.push([next]);
  }
  return runs.flatMap((run) => {
    while (particle.test(run.at(-1)?.text ?? '')) run.pop();
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    if (run.length === 1 && ordinaryNames.has(first.text.toLowerCase())) return [];
    const courtesy = title.exec(line.slice(0, first.start))?.[0].replace(/^[^\p{L}]/u, '') ?? '';
    const start = first.start - courtesy.length;
    return [{ name: line.slice(start, last.end), start, end: last.end }];
  });
}

function isNameWord(text: string, isLatin: boolean): boolean {
  if (noName.test(text) || noSurname.test(text) || verb.test(text)) return false;
  return /^\p{Lu}.*\p{Ll}/u.test(text) || (isLatin && uncased.test(text));
}
