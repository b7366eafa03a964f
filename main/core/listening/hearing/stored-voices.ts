import type { RuleForm } from '../../../../shared/contract/contract.ts';
import { all, type Connection } from '../../database/connection.ts';
import { phrase } from '../../search/query.ts';
import { type Standing, standingColumns } from './apply-rules.ts';
import { fits } from './rule-match.ts';

/** What is stored that a rule fits, the latest first. The index leaves few to look at closely. */
export function storedFor(connection: Connection, rule: RuleForm): Standing[] {
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
  const voices = all<Standing>(
    connection,
    `SELECT ${standingColumns} FROM heard WHERE ${conditions.join(' AND ')}
     ORDER BY said_at DESC, heard.id`,
    {
      sourceId: rule.sourceId,
      authors: rule.author ? JSON.stringify(authorsFor(connection, rule)) : '[]',
      match: rule.containing.map(phrase).join(' OR '),
    },
  );
  return voices.filter((said) => fits(rule, said));
}

/** The ways in which the author that a rule names is written. */
function authorsFor(connection: Connection, { author }: RuleForm): string[][] {
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
