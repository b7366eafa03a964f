import type { House } from '../core.ts';
import type { Row } from '../database/connection.ts';
import type { JournaledTable } from '../journal/tables.ts';
import type { Write } from '../journal/write.ts';
import { sampleId } from './relative.ts';
import type { Town, TownConversation } from './town.ts';

/** What every part of the town is built with. */
export interface Builder {
  write: Write;
  house: Pick<House, 'connection' | 'clock'>;
  town: Town;
  /** Writes a row and marks it as the sample town's. */
  put(table: JournaledTable, row: Row & { id: string }): void;
}

/** A builder within a step. */
export function createBuilder(write: Write, house: Builder['house'], town: Town): Builder {
  return {
    write,
    house,
    town,
    put(table, row) {
      write.put(table, row);
      write.insert('sample_row', { id: row.id, table_name: table });
    },
  };
}

export const personId = (key: string) => sampleId('customer', key);
export const conversationId = (key: string, daysAgo: number, at: string) =>
  sampleId('conversation', key, daysAgo, at);
export const followUpId = (key: string, text: string) => sampleId('follow-up', key, text);

/** The conversation with somebody on a day, when there was one. */
export function talkOn(
  town: Town,
  key: string,
  daysAgo: number | null,
): TownConversation | undefined {
  return town.conversations.find((one) => one.daysAgo === daysAgo && one.with.includes(key));
}

/** That conversation's identity; null when there was none. */
export function talkId(town: Town, key: string, daysAgo: number | null): string | null {
  const talk = talkOn(town, key, daysAgo);
  return talk ? conversationId(talk.with[0] ?? key, talk.daysAgo, talk.at) : null;
}
