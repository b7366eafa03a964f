import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { first } from '../../database/connection.ts';
import { newId } from '../../journal/new-id.ts';
import { readRecord } from '../get.ts';

/** Remembers, as one step, that two are not the same. Saying it twice changes nothing more. */
export function notTheSame(
  { connection, clock, journal }: Pick<House, 'connection' | 'clock' | 'journal'>,
  input: { one: string; other: string },
): { step: string } {
  if (input.one === input.other) throw new Refusal('invalid', 'That is the same person twice.');
  const [one = '', other = ''] = [input.one, input.other].sort();
  const [name, otherName] = [input.one, input.other].map(
    (id) => readRecord(connection, id).display_name,
  );
  const { step } = journal.step(`Said that ${name} and ${otherName} are not the same`, (write) => {
    const known = first(
      connection,
      'SELECT 1 FROM not_the_same WHERE one_id = ? AND other_id = ?',
      [one, other],
    );
    if (known) return;
    write.insert('not_the_same', {
      id: newId(clock),
      one_id: one,
      other_id: other,
      said_at: clock.now(),
    });
  });
  return { step };
}
