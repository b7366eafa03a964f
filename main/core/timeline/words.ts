import { type Connection, first } from '../database/connection.ts';
import type { Kind } from './parts.ts';

/** Matches above which it is quicker to ask of each entry than to gather all matches first. */
const many = 4000;

/** Whether words (an FTS5 expression) are in so many places that a page of them is soon full. */
export function isCommonIn(connection: Connection, match: string): boolean {
  const found = first<{ count: number }>(
    connection,
    `SELECT count(*) AS count FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ${many})`,
    [match],
  );
  return found?.count === many;
}

/**
 * The condition that an entry has the words (`:match`). Rare words are looked up once; of common
 * ones each entry is asked, newest first, until the page is full. What we answered is found by
 * the words of the voice.
 */
export function withWords(kind: Kind, id: string, isCommon: boolean): string {
  const documents = kind === 'answer' ? 'mention' : kind;
  if (!isCommon) {
    return `${id} IN (SELECT subject_id FROM search_index
      JOIN search_document ON search_document.id = search_index.rowid
      WHERE search_index MATCH :match AND kind = '${documents}')`;
  }
  return `EXISTS (SELECT 1 FROM search_document AS document
    WHERE document.kind = '${documents}' AND document.subject_id = ${id}
      AND has_words(document.title || ' ' || document.body, :words))`;
}
