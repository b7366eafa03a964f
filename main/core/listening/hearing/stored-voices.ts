import { all, type Connection } from '../../database/connection.ts';
import { phrase } from '../../search/query.ts';
import { type DoneByItself, type Standing, standingColumns } from './apply-rules.ts';
import { fits } from './rule-match.ts';

/** How many are looked at closely at a time, before whoever types has a turn. */
const atATime = 250;

/**
 * The identities of what is stored that a rule fits, the latest first. The index leaves few to
 * look at closely, and they are looked at with a breath between.
 */
export async function storedFor(connection: Connection, rule: DoneByItself): Promise<string[]> {
  const candidates = candidatesFor(connection, rule);
  const found: string[] = [];
  for (let start = 0; start < candidates.length; start += atATime) {
    const voices = all<Standing>(
      connection,
      `SELECT ${standingColumns} FROM heard
       WHERE heard.id IN (SELECT value FROM json_each(?)) ORDER BY said_at DESC, heard.id`,
      [JSON.stringify(candidates.slice(start, start + atATime))],
    );
    found.push(...voices.filter((said) => fits(rule, said)).map((said) => said.id));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** How these stand now, without their words. */
export function standingOf(connection: Connection, ids: readonly string[]) {
  return all<Pick<Standing, 'id' | 'state' | 'starred' | 'said_tone' | 'customer_id'>>(
    connection,
    `SELECT heard.id, state, starred, said_tone, customer_id FROM heard
     WHERE heard.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

function candidatesFor(connection: Connection, rule: DoneByItself): string[] {
  const conditions = ['1'];
  if (rule.sourceId) conditions.push('source_id = @sourceId');
  if (rule.byCustomer) conditions.push('customer_id IS NOT NULL');
  if (rule.starsAtMost !== null) conditions.push('rating_share IS NOT NULL');
  if (rule.author) {
    conditions.push(`(author, author_handle, author_key) IN (
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(@authors))`);
  }
  if (rule.containing.length > 0) {
    conditions.push(`heard.id IN (SELECT subject_id FROM search_document WHERE kind = 'mention'
      AND search_document.id IN (SELECT rowid FROM search_index WHERE search_index MATCH @match))`);
  }
  return all<{ id: string }>(
    connection,
    `SELECT heard.id FROM heard WHERE ${conditions.join(' AND ')} ORDER BY said_at DESC, heard.id`,
    {
      sourceId: rule.sourceId,
      authors: rule.author ? JSON.stringify(authorsFor(connection, rule)) : '[]',
      match: rule.containing.map(phrase).join(' OR '),
    },
  ).map((row) => row.id);
}

/** The ways in which the author that a rule names is written. */
function authorsFor(connection: Connection, { author }: DoneByItself): string[][] {
  const byAuthor = { sourceId: null, author, containing: [], starsAtMost: null, byCustomer: false };
  const known = all<Pick<Standing, 'author' | 'author_handle' | 'author_key'>>(
    connection,
    'SELECT DISTINCT author, author_handle, author_key FROM mention',
  );
  return known
    .filter((one) =>
      fits(byAuthor, {
        ...one,
        id: '',
        source_id: '',
        title: '',
        text: '',
        rating_share: null,
        customer_id: null,
      }),
    )
    .map((one) => [one.author, one.author_handle, one.author_key]);
}
