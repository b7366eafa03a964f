import type { House } from '../core.ts';
import { first, run } from '../database/connection.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** What was being typed under a key; empty when nothing was. */
export function readDraft({ connection }: Needed, key: string): { text: string } {
  return (
    first<{ text: string }>(connection, 'SELECT text FROM draft WHERE key = ?', [key]) ?? {
      text: '',
    }
  );
}

/** Keeps what is being typed, exactly as typed; nothing typed leaves nothing behind. */
export function saveDraft({ connection, clock }: Needed, key: string, text: string): void {
  if (text === '') {
    run(connection, 'DELETE FROM draft WHERE key = ?', [key]);
    return;
  }
  run(
    connection,
    `INSERT INTO draft (key, text, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
    [key, text.toWellFormed(), clock.now()],
  );
}
