import { commonWords } from '../../../shared/common-words.ts';
import { folded } from '../../../shared/names.ts';
import { type Connection, first } from '../database/connection.ts';

/** The beginning of a word that tells what a lesson is about, and how much it says. */
export interface TellingWord {
  stem: string;
  /**
   * How rare it is: the natural logarithm of one in so many voices and conversations. Less where
   * voices with it were set aside.
   */
  weight: number;
}

/** What a lesson is made of, and what is no part of it. */
export interface LessonTexts {
  sentence: string;
  linked: readonly { id: string; text: string }[];
  /** The words of the voices that were set aside. */
  aside: readonly string[];
}

/** The words of a lesson that are looked for. */
const mostWords = 24;
/** A word that stands in more than that is not counted further. */
const mostCounted = 20_000;

/**
 * The words that tell what a lesson is about, the most telling first: those of its sentence and of
 * the voices it rests on. A rare word among all other voices tells more than a common one; one that
 * a single voice brought along, half as much; and one that stands in voices which were set aside
 * less, unless it stands in many that belong to the lesson. `others` is how many other voices
 * there are.
 */
export function tellingWords(
  connection: Connection,
  { sentence, linked, aside }: LessonTexts,
): { telling: TellingWord[]; others: number } {
  const known = JSON.stringify(linked.map(({ id }) => id));
  const others = count(connection, `SELECT count(*) AS count FROM ${otherVoices}`, { known });
  const belonging = linked.map(({ text }) => new Set(stems(text)));
  const notBelonging = aside.map((text) => new Set(stems(text)));
  const own = stems(sentence);
  const telling = [...new Set([...own, ...linked.flatMap(({ text }) => stems(text))])]
    .map((stem) => {
      const times = belonging.filter((words) => words.has(stem)).length;
      const isOwn = own.includes(stem);
      const withIt = 1 + times + (isOwn ? 1 : 0);
      const without = notBelonging.filter((words) => words.has(stem)).length;
      const said = timesSaid(connection, stem, known);
      // What nobody else says finds nobody.
      const rarity = said === 0 ? 0 : Math.log(others / said);
      const central = isOwn || times > 1 ? 1 : 0.5;
      return { stem, weight: rarity * central * (withIt / (withIt + without)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostWords);
  return { telling, others };
}

/** The voices and conversations that do not belong to it. */
const otherVoices = `search_document WHERE kind IN ('mention', 'conversation')
  AND subject_id NOT IN (SELECT value FROM json_each(:known))`;

function timesSaid(connection: Connection, stem: string, known: string): number {
  return count(
    connection,
    `SELECT count(*) AS count FROM (
       SELECT 1 FROM ${otherVoices} AND id IN (
         SELECT rowid FROM search_index WHERE search_index MATCH :match) LIMIT ${mostCounted})`,
    { known, match: `"${stem}"*` },
  );
}

function count(connection: Connection, sql: string, values: Record<string, string>): number {
  return first<{ count: number }>(connection, sql, values)?.count ?? 0;
}

/** The words of a text, as they are written. */
export function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

/** The beginnings of the words that tell what a text is about. */
function stems(text: string): string[] {
  return wordsIn(text)
    .map((word) => folded(word))
    .filter((word) => word.length > 3 && !commonWords.has(word))
    .map((word) => word.replace(/(?:ings?|ed|es|ly|s)$/u, ''))
    .filter((word) => word.length > 2);
}
