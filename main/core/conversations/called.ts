import { Refusal } from '../../../shared/refusal.ts';
import { type Connection, first } from '../database/connection.ts';

export interface Called {
  id: string;
  /** The name as lists show it. */
  name: string;
  /** What one would call them in a sentence: "Rosa". */
  called: string;
}

/** A customer by name, to be written about. Refuses when there is none, or they are in the bin. */
export function calledCustomer(connection: Connection, id: string): Called {
  const found = first<{ name: string; called: string; binned: number }>(
    connection,
    `SELECT display_name AS name, binned_at IS NOT NULL AS binned,
       coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM customer WHERE id = ?`,
    [id],
  );
  if (!found) throw new Refusal('not-found', 'This person is not among your customers any more.');
  if (found.binned) {
    throw new Refusal('conflict', `${found.name} is in the bin. Take them out first.`);
  }
  return { id, name: found.name, called: found.called };
}

/** Names as a sentence lists them: "Rosa, Marco and Wanjiru". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Some words of a text for a label, on one line, cut after about 60 characters as people see them. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(segments.segment(line.slice(0, 600)), (part) => part.segment);
  return characters.length <= 60 ? line : `${characters.slice(0, 59).join('').trimEnd()}…`;
}
