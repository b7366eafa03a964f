import type { Brief, Customer } from '../../../shared/contract/contract.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';
import { listFollowUps } from '../followups/read.ts';
import { questionWorthAsking } from './question.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** What is good to know before turning to somebody. */
export function briefFor(house: Needed, customer: Customer): Brief {
  return {
    lastConversation: lastConversation(house, customer.id),
    promises: listFollowUps(house, {
      state: 'open',
      customerId: customer.id,
      offset: 0,
      limit: 10,
    }).rows,
    latestWords: latestWords(house, customer.id),
    question: questionWorthAsking(house, customer),
  };
}

function lastConversation({ connection }: Needed, customerId: string): Brief['lastConversation'] {
  const found = first<{ id: string; day: string; medium: string; said: string }>(
    connection,
    `SELECT conversation.id, happened_day AS day, medium, said
     FROM conversation_customer
     JOIN conversation ON conversation.id = conversation_id
     WHERE customer_id = ? AND reached = 1 AND binned_at IS NULL
     ORDER BY happened_at DESC, conversation.id DESC LIMIT 1`,
    [customerId],
  );
  return found ?? null;
}

function latestWords({ connection, clock }: Needed, customerId: string): Brief['latestWords'] {
  const found = first<{ id: string; words: string; source_name: string; said_at: number }>(
    connection,
    `SELECT id, substr(CASE text WHEN '' THEN title ELSE text END, 1, 600) AS words,
       source_name, said_at
     FROM heard
     WHERE id IN (
         SELECT id FROM mention WHERE matched_customer_id = :customerId
         UNION
         SELECT id FROM mention_state WHERE customer_id = :customerId)
       AND customer_id = :customerId
     ORDER BY said_at DESC, id DESC LIMIT 1`,
    { customerId },
  );
  if (!found) return null;
  return {
    mentionId: found.id,
    excerpt: excerpt(found.words),
    sourceName: found.source_name,
    day: localDay(found.said_at, clock.zone()),
  };
}
