import { commonWords } from '../../../shared/common-words.ts';
import type { AnswerRemark } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Row } from '../database/connection.ts';

type Found = Pick<AnswerRemark, 'kind' | 'start' | 'end' | 'where'>;
type Needs = Pick<House, 'connection' | 'clock'>;

/** Something that only we know, and where it stands. */
interface Known {
  words: string;
  where: string;
  /** Given away by a single word ("nuts"), or only by two that follow each other. */
  single: boolean;
}

/**
 * Where an answer says something about a customer that stands only in our own notes: what they
 * themselves wrote there is no secret. Places count UTF-16 units.
 */
export function privateWords(
  { connection, clock }: Needs,
  customerId: string,
  theirWords: string,
  text: string,
): Found[] {
  const open = new Set(wordsOf(theirWords).map(({ word }) => word));
  const written = wordsOf(text);
  const found: Found[] = [];
  for (const { words, where, single } of knownOf({ connection, clock }, customerId)) {
    const known = wordsOf(words).map(({ word }) => word);
    const secret = known.map(
      (word) => word.length > 3 && !commonWords.has(word) && !open.has(word),
    );
    for (let index = 0; index < written.length; index++) {
      const here = written[index];
      if (!here) continue;
      for (let place = 0; place < known.length; place++) {
        if (known[place] !== here.word || !secret[place]) continue;
        const next = written[index + 1];
        const follows = next !== undefined && known[place + 1] === next.word;
        if (!single && !follows) continue;
        const end = follows && next ? next.end : here.end;
        if (!found.some((other) => here.start < other.end && other.start < end)) {
          found.push({ kind: 'private', start: here.start, end, where });
        }
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function knownOf({ connection, clock }: Needs, customer: string): Known[] {
  const values: Row = { customer };
  const on = (at: number) => fullDay(localDay(at, clock.zone()), clock.today());
  const contacts = all<{ value: string }>(
    connection,
    `SELECT value FROM customer_contact WHERE customer_id = :customer AND kind <> 'handle'`,
    values,
  ).map(({ value }) => ({ words: value, where: 'how to reach them', single: true }));
  const family = all<{ name: string }>(
    connection,
    `SELECT coalesce(display_name, name) AS name FROM customer_relation
     LEFT JOIN customer ON customer.id = other_id WHERE customer_id = :customer`,
    values,
  ).map(({ name }) => ({ words: name, where: 'their family and friends', single: true }));
  const facts = all<{ text: string }>(
    connection,
    'SELECT text FROM customer_fact WHERE customer_id = :customer',
    values,
  ).map(({ text }) => ({ words: text, where: 'what we know of them', single: true }));
  const notes = all<{ body: string; at: number }>(
    connection,
    `SELECT plain_words(body) AS body, written_at AS at FROM note WHERE customer_id = :customer AND binned_at IS NULL
     ORDER BY written_at DESC LIMIT 200`,
    values,
  ).map(({ body, at }) => ({ words: body, where: `a note of ${on(at)}`, single: false }));
  const talks = all<{ said: string; day: string }>(
    connection,
    `SELECT said, happened_day AS day FROM conversation_customer
     JOIN conversation ON conversation.id = conversation_id
     WHERE customer_id = :customer AND binned_at IS NULL
       AND conversation.id NOT IN (
         SELECT conversation_id FROM answer WHERE conversation_id IS NOT NULL)
     ORDER BY happened_at DESC LIMIT 200`,
    values,
  ).map(({ said, day }) => ({
    words: said,
    where: `a conversation of ${fullDay(day, clock.today())}`,
    single: false,
  }));
  return [...contacts, ...family, ...facts, ...notes, ...talks];
}

/** The words of a text in lower case, with their places. */
function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}@.+'’-]*/gu)].map((match) => {
    const word = match[0].replace(/[.'’-]+$/u, '');
    return {
      word: word.toLocaleLowerCase('en').replace(/[’']s$/u, ''),
      start: match.index,
      end: match.index + word.length,
    };
  });
}
