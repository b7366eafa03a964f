import type { SearchHit } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import type { House } from '../core.ts';
import { all, type Connection } from '../database/connection.ts';
import { describe } from './describe.ts';
import { nearby } from './near-words.ts';
import { phrase, type Wanted, wanted, wordsOf } from './query.ts';

/** A document of the index that has the words. */
export interface Candidate {
  /** Its row in search_document. */
  document: number;
  kind: SearchHit['kind'];
  id: string;
  customerId: string | null;
  at: number | null;
  /** Its title as the index has it. */
  title: string;
}

/** How many of each sort are looked at before the best are chosen. */
const mostLookedAt = 400;
/** In how many words a name and a matter are told apart ("rosa marin boiler"). */
const mostMixed = 4;
/** How much of the answer people's names may fill when there is more to show. */
const shareOfNames = 0.6;

const columns = `search_document.id AS document, kind, subject_id AS id,
  search_document.customer_id AS customerId, search_document.at AS at, search_document.title AS title`;
const indexed = 'search_index JOIN search_document ON search_document.id = search_index.rowid';

/**
 * Everything in which the words are written, in any script: people by their name first, then all
 * else with the latest first. A person's name and a matter may be mixed ("rosa boiler"). When
 * nothing is spelt like that, what is spelt nearly like that is shown.
 */
export function find(
  { connection }: Pick<House, 'connection'>,
  { words, limit }: { words: string; limit: number },
): { hits: SearchHit[] } {
  const looked = wanted(words);
  let shown = wordsOf(words);
  let names = byName(connection, looked, words);
  let others = [...byText(connection, looked), ...byNameAndMatter(connection, words)];
  if (names.length === 0 && others.length === 0) {
    const near = nearby(connection, words);
    if (near) {
      shown = near.words;
      names = byName(connection, { match: near.match, digits: '' }, words);
      others = byText(connection, { match: near.match, digits: '' });
    }
  }
  const seen = new Set(names.map((name) => name.document));
  const rest = others
    .filter((other) => !seen.has(other.document) && seen.add(other.document))
    .sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
  return { hits: firstHits(connection, names, rest, shown, limit) };
}

/** The best of both, described; what belongs to nobody but people in the bin is left out. */
function firstHits(
  connection: Connection,
  names: Candidate[],
  rest: Candidate[],
  words: readonly string[],
  limit: number,
): SearchHit[] {
  const otherHits = describe(connection, rest.slice(0, limit * 2), words).slice(0, limit);
  const room = Math.max(Math.ceil(limit * shareOfNames), limit - otherHits.length);
  const nameHits = describe(connection, names.slice(0, room), words);
  return [...nameHits, ...otherHits].slice(0, limit);
}

/** People with the words in their name, or with that phone number; the nearest name first. */
function byName(connection: Connection, { match, digits }: Wanted, words: string): Candidate[] {
  const found: Candidate[] = [];
  if (match) {
    found.push(
      ...all<Candidate>(
        connection,
        `SELECT ${columns} FROM ${indexed}
         WHERE search_index MATCH ? AND kind = 'customer' ORDER BY rank LIMIT ${mostLookedAt}`,
        [`title : (${match})`],
      ),
    );
  }
  if (digits) {
    found.push(
      ...all<Candidate>(
        connection,
        `SELECT ${columns} FROM search_document WHERE kind = 'customer' AND subject_id IN (
           SELECT customer_id FROM customer_contact
           WHERE kind = 'phone' AND instr(normalised, ?) > 0)
         LIMIT ${mostLookedAt}`,
        [digits],
      ),
    );
  }
  const typed = folded(words);
  const distance = ({ title }: Candidate) => (folded(title).startsWith(typed) ? 0 : 1);
  return found.sort((one, other) => distance(one) - distance(other));
}

/** All that has the words anywhere, the latest written first. */
function byText(connection: Connection, { match }: Wanted): Candidate[] {
  if (!match) return [];
  return all<Candidate>(
    connection,
    `SELECT ${columns} FROM ${indexed}
     WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ${mostLookedAt}`,
    [match],
  );
}

/** What has some of the words and belongs to somebody who is called like the others. */
function byNameAndMatter(connection: Connection, words: string): Candidate[] {
  const typed = wordsOf(words).map(phrase);
  if (typed.length < 2 || typed.length > mostMixed) return [];
  return typed.slice(1).flatMap((_, index) => {
    const [head, tail] = [typed.slice(0, index + 1), typed.slice(index + 1)];
    return [of(connection, head, tail), of(connection, tail, head)].flat();
  });
}

function of(connection: Connection, name: string[], matter: string[]): Candidate[] {
  const match = matter.join(' AND ');
  return all<Candidate>(
    connection,
    `SELECT ${columns} FROM ${indexed}
     WHERE search_index MATCH ? AND kind <> 'customer' AND search_document.customer_id IN (
       SELECT subject_id FROM ${indexed}
       WHERE search_index MATCH ? AND kind = 'customer' LIMIT ${mostLookedAt})
     ORDER BY search_index.rowid DESC LIMIT ${mostLookedAt}`,
    [match, `title : (${name.join(' AND ')})`],
  );
}
