import { createHash } from 'node:crypto';
import { folded } from '../../../../shared/names.ts';
import { all, type Connection, first, type Row, run } from '../../database/connection.ts';

/** How far apart the same words of one author may have been said, in milliseconds. */
const within = 86_400_000;
/** Folded letters below which words are too common to know a voice by. */
const shortest = 24;

/** What is known of a voice when it is compared with others. */
interface Said {
  id: string;
  address: string;
  canonical: string;
  title: string;
  text: string;
  words_key: string;
  author: string;
  author_handle: string;
  author_address: string;
  author_key: string;
  matched_customer_id: string | null;
  likely_customer_id: string | null;
  likely_why: string;
  rating_value: number | null;
  rating_best: number | null;
  rating_worst: number | null;
  rating_share: number | null;
  tone: string;
  said_at: number;
  source_id: string;
  same_as: string | null;
}

/** Letters and figures alone, folded: two settings of the same words are the same. */
function bare(words: string): string {
  return folded(words).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A short form of the words for finding the same ones; empty when they are too few. */
export function wordsKey(title: string, text: string): string {
  const words = bare(text || title);
  if (words.length < shortest) return '';
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}

/**
 * Looks whether a mention just stored is a voice that another source has brought already: the same
 * page, or the same words of the same author within a day. Then it is noted as another place of
 * that one, which learns from it who spoke: `learn` writes that down. Never by likeness alone:
 * where both name an author, it must be the same. Answers whether it was.
 */
export function noteSameVoice(
  connection: Connection,
  id: string,
  learn: (twin: string, learnt: Row) => void,
): boolean {
  const said = first<Said>(connection, 'SELECT * FROM mention WHERE id = ?', [id]);
  if (!said) return false;
  const twin = sameWords(connection, said) ?? samePage(connection, said);
  if (!twin) return false;
  run(connection, 'UPDATE mention SET same_as = ? WHERE id = ?', [twin.id, id]);
  const learnsWho = twin.author === '' && twin.author_key === '';
  const learnt = {
    ...(learnsWho ? authorOf(said) : {}),
    ...(twin.rating_value === null && said.rating_value !== null ? ratingOf(said) : {}),
  };
  if (Object.keys(learnt).length > 0) learn(twin.id, learnt);
  if (learnsWho) learnWhose(connection, twin, said);
  return true;
}

/**
 * Those of other sources that are heard and are not themselves another place.
 * What is compared must also be said to be not empty: the indexes have no empty ones.
 */
const candidates = `SELECT mention.* FROM mention
  WHERE mention.source_id <> @source_id AND same_as IS NULL
    AND EXISTS (SELECT 1 FROM heard WHERE heard.id = mention.id)`;

function sameWords(connection: Connection, said: Said): Said | undefined {
  if (said.words_key === '') return undefined;
  const alike = all<Said>(
    connection,
    `${candidates} AND words_key = @words_key AND words_key <> '' AND said_at BETWEEN @from AND @until
     ORDER BY said_at LIMIT 20`,
    {
      source_id: said.source_id,
      words_key: said.words_key,
      from: said.said_at - within,
      until: said.said_at + within,
    },
  );
  return alike.find((other) => sameAuthor(said, other) === true && sameRating(said, other));
}

/** The voice at the same address, where that address stands for one voice alone. */
function samePage(connection: Connection, said: Said): Said | undefined {
  if (said.canonical === '' || isFrontPage(said.canonical)) return undefined;
  const values = { source_id: said.source_id, canonical: said.canonical };
  const alike = all<Said>(
    connection,
    `${candidates} AND canonical = @canonical AND canonical <> '' LIMIT 20`,
    values,
  );
  const sources = new Set(alike.map((other) => other.source_id));
  const mine = first<{ count: number }>(
    connection,
    `SELECT count(*) AS count FROM mention
     WHERE canonical = @canonical AND canonical <> '' AND source_id = @source_id`,
    values,
  );
  // Where one source has several voices at an address, it is the page of a talk, not of a voice.
  if (sources.size < alike.length || (mine?.count ?? 0) > 1) return undefined;
  return alike.find((other) => {
    if (placeOnPage(said.address) !== placeOnPage(other.address)) return false;
    const author = sameAuthor(said, other);
    if (author === false || !sameRating(said, other)) return false;
    return author === true || likeWords(said, other);
  });
}

/** The same, another, or not known since one of them names nobody. */
function sameAuthor(one: Said, other: Said): boolean | undefined {
  if (one.author_key && other.author_key) {
    if (one.author_key === other.author_key) return true;
    const customer = one.matched_customer_id;
    return customer !== null && customer === other.matched_customer_id;
  }
  const [name, another] = [folded(one.author), folded(other.author)];
  if (name && another) return name === another;
  return (one.author_key || name) && (other.author_key || another) ? false : undefined;
}

function sameRating(one: Said, other: Said): boolean {
  if (one.rating_share === null || other.rating_share === null) return true;
  return one.rating_share === other.rating_share;
}

/** Whether the words of one are in those of the other, as a search shows a part of what it finds. */
function likeWords(one: Said, other: Said): boolean {
  const contains = (longer: string, shorter: string) =>
    shorter.length >= 8 && longer.includes(shorter);
  const [title, another] = [bare(one.title), bare(other.title)];
  if (title && another) return contains(title, another) || contains(another, title);
  const [words, others] = [bare(one.title + one.text), bare(other.title + other.text)];
  const [longer, shorter] = words.length > others.length ? [words, others] : [others, words];
  return contains(longer, shorter.slice(0, 60));
}

/** A front page is everybody's. */
function isFrontPage(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { pathname, search, hash } = new URL(address);
  return pathname === '/' && search === '' && hash === '';
}

/** The part after `#`: a comment's own place on a page. */
function placeOnPage(address: string): string {
  return /#(.*)$/.exec(address)?.[1] ?? '';
}

function authorOf({ author, author_handle, author_address, author_key }: Said): Row {
  return { author, author_handle, author_address, author_key };
}

function ratingOf({ rating_value, rating_best, rating_worst, rating_share, tone }: Said): Row {
  return { rating_value, rating_best, rating_worst, rating_share, tone };
}

/** Which customer that is: derived from who spoke, so it is nobody's writing. */
function learnWhose(connection: Connection, twin: Said, from: Said): void {
  run(
    connection,
    `UPDATE mention SET matched_customer_id = @matched_customer_id,
       likely_customer_id = @likely_customer_id, likely_why = @likely_why WHERE id = @twin`,
    { ...from, twin: twin.id },
  );
}
