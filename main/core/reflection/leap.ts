import type { Leap } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** A season, in days: so long a worry rests before it is shown beside what happened. */
const season = 90;

interface LeapRow {
  id: string;
  worry: string;
  named_day: string;
  put_away_at: number | null;
}

/** The worries that were named, the latest first. */
export function listLeaps({ connection }: Pick<House, 'connection'>): Leap[] {
  return all<LeapRow>(connection, 'SELECT * FROM leap ORDER BY named_day DESC, id DESC').map(
    (row) => ({
      id: row.id,
      worry: row.worry,
      namedDay: row.named_day,
      dueDay: addDays(row.named_day, season),
      putAway: row.put_away_at !== null,
    }),
  );
}

/** Keeps a worry in one line, or says one that is kept in other words; its day stays. */
export function nameLeap(
  { connection, clock, journal }: Needed,
  { id, worry }: { id?: string | undefined; worry: string },
): { step: string } {
  if (id !== undefined) readLeap(connection, id);
  // The label says nothing of the worry: the journal is read by more eyes than the diary.
  return journal.step(id === undefined ? 'Named a worry' : 'Said a worry differently', (write) => {
    if (id !== undefined) write.update('leap', id, { worry });
    else write.insert('leap', { id: newId(clock), worry, named_day: clock.today() });
  });
}

/** Puts a worry away, or takes it out again. */
export function putLeapAway(
  { connection, clock, journal }: Needed,
  { id, away }: { id: string; away: boolean },
): { step: string } {
  readLeap(connection, id);
  return journal.step(away ? 'Put a worry away' : 'Took a worry out again', (write) => {
    write.update('leap', id, { put_away_at: away ? clock.now() : null });
  });
}

/** Removes a worry for good; undo brings it back. */
export function removeLeap({ connection, journal }: Needed, id: string): { step: string } {
  readLeap(connection, id);
  return journal.step('Removed a worry', (write) => write.remove('leap', id));
}

function readLeap(connection: Connection, id: string): LeapRow {
  const row = first<LeapRow>(connection, 'SELECT * FROM leap WHERE id = ?', [id]);
  if (!row) throw new Refusal('not-found', 'This worry is not there any more.');
  return row;
}
