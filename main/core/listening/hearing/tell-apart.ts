import type { SourceIdentity } from '../../../../shared/contract/contract.ts';
import { all, type Connection, first, run, transaction } from '../../database/connection.ts';
import { identityBy, type Telling } from '../identity.ts';

/** How a person has said that a source tells its items apart, and how what is stored was told apart. */
export function tellingOf(connection: Connection, sourceId: string) {
  return (
    first<{ wanted: SourceIdentity; stored: SourceIdentity | null }>(
      connection,
      `SELECT source.identity AS wanted, source_fetch.identity AS stored
       FROM source LEFT JOIN source_fetch ON source_id = source.id WHERE source.id = ?`,
      [sourceId],
    ) ?? { wanted: 'by-itself' as const, stored: null }
  );
}

/**
 * Brings what is stored of a source under the way in which its items are told apart now, so that
 * nothing comes anew when a person changes it. Where two would become one, both stay as they are.
 */
export function tellApartAnew(
  connection: Connection,
  sourceId: string,
  by: SourceIdentity,
  sharedGuid: boolean,
): void {
  const { stored } = tellingOf(connection, sourceId);
  if (stored === null || stored === by) return;
  transaction(connection, () => {
    const mentions = all<Telling & { id: string }>(
      connection,
      `SELECT id, nullif(guid, '') AS guid, nullif(canonical, '') AS canonicalLink,
         nullif(author, '') AS author, published_at AS publishedAt, title, text
       FROM mention WHERE source_id = ?`,
      [sourceId],
    );
    for (const mention of mentions) {
      run(connection, 'UPDATE OR IGNORE mention SET identity = ? WHERE id = ?', [
        identityBy(mention, by, sharedGuid),
        mention.id,
      ]);
    }
    run(connection, 'UPDATE source_fetch SET identity = ? WHERE source_id = ?', [by, sourceId]);
  });
}
