import { type Connection, first } from './connection.ts';

interface Kept {
  version: string;
  answers: Map<string, unknown>;
}

const kept = new WeakMap<Connection, Kept>();
/** So many answers are kept at once; the one asked for longest ago goes first. */
const most = 6;

/**
 * The answer to a question that reads whole tables, asked again only when anything was written
 * since, here or through another connection. The key says all that the answer hangs on.
 */
export function keptAnswer<Answer>(connection: Connection, key: string, ask: () => Answer): Answer {
  const version = versionOf(connection);
  const present = kept.get(connection);
  const answers = present?.version === version ? present.answers : new Map<string, unknown>();
  const answer = answers.has(key) ? (answers.get(key) as Answer) : ask();
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  kept.set(connection, { version, answers });
  return answer;
}

/** Changes with every row written (https://www.sqlite.org/pragma.html#pragma_data_version). */
function versionOf(connection: Connection): string {
  const own = first<{ changes: number }>(connection, 'SELECT total_changes() AS changes')?.changes;
  return `${own} ${connection.pragma('data_version', { simple: true })}`;
}
