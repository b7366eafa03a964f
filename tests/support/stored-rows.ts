import type { House } from '../../main/core/core.ts';
import { newId } from '../../main/core/journal/new-id.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

/** Writes a talk straight through the journal, as the conversations' own procedures would. */
export function talk(
  house: Needs,
  customerIds: string[],
  day: string,
  more: { said?: string; reached?: boolean; time?: string } = {},
): string {
  const id = newId(house.clock);
  house.journal.step('Logged a conversation', (write) => {
    write.insert('conversation', {
      id,
      medium: 'counter',
      happened_at: Date.parse(`${day}T${more.time ?? '10:00'}:00Z`),
      happened_day: day,
      said: more.said ?? '',
      reached: more.reached === false ? 0 : 1,
      written_at: house.clock.now(),
    });
    for (const customer_id of customerIds) {
      write.insert('conversation_customer', {
        id: newId(house.clock),
        conversation_id: id,
        customer_id,
      });
    }
  });
  return id;
}

/** Writes an open promise straight through the journal. */
export function promise(house: Needs, customerId: string, text: string, dueDay: string): string {
  const id = newId(house.clock);
  house.journal.step('Promised something', (write) =>
    write.insert('follow_up', {
      id,
      text,
      customer_id: customerId,
      due_day: dueDay,
      made_at: house.clock.now(),
    }),
  );
  return id;
}

/** Stores a mention as gathering would, matched to a customer. */
export function mention(
  house: Needs,
  customerId: string | null,
  text: string,
  saidAt: number,
  title = '',
): string {
  const source = '018f0000-0000-7000-8000-00000000cafe';
  house.connection
    .prepare(
      `INSERT OR IGNORE INTO source (id, kind, name, address, added_at)
       VALUES (?, 'feed', 'Town paper', 'https://paper.example/feed', 1)`,
    )
    .run(source);
  const id = newId(house.clock);
  house.connection
    .prepare(
      `INSERT INTO mention (id, source_id, identity, title, text, address, author, published_at,
         received_at, content_hash, matched_customer_id, rating_value, rating_best, rating_worst)
       VALUES (?, ?, ?, ?, ?, 'https://paper.example/1', 'Rosa M', ?, ?, 'h', ?, 2, 5, 1)`,
    )
    .run(id, source, id, title, text, saidAt, saidAt, customerId);
  return id;
}
