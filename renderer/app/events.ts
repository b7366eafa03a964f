import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../shared/contract/contract.ts';
import { api } from './client.ts';
import type { Connection } from './connection.ts';
import { forgetGathering, noteGathering } from './gathering.ts';
import { noteHeavyWork } from './heavy-work.ts';
import { noteNotice } from './waiting-notices.tsx';

/** Milliseconds between two rounds of asking again, however fast changes arrive. */
const breath = 100;

/**
 * Asks again for all that is on the screen, at most once in a breath and never before the last
 * round was answered, so that a flood of changes can neither starve nor cancel an answer.
 */
export function createRefresher(queries: QueryClient): () => void {
  let wanted = false;
  let running = false;

  const run = async () => {
    running = true;
    while (wanted) {
      wanted = false;
      await queries.invalidateQueries();
      await new Promise((go) => setTimeout(go, breath));
    }
    running = false;
  };

  return () => {
    wanted = true;
    if (!running) void run();
  };
}

/**
 * Listens to the core for as long as the window lives, through lost and found connections: a
 * change refreshes what is shown, a gathering is noted, and so is a new day. Ends by the signal.
 */
export async function listen(
  client: Pick<Client, 'events'>,
  connection: Connection,
  queries: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  const refresh = createRefresher(queries);
  /** What happened while nobody listened is not told again. */
  const catchUp = () => {
    forgetGathering();
    noteHeavyWork(null);
    noteNotice();
    refresh();
  };
  /** Whether anything else is answered is to be known before it is asked. */
  const lockChanged = async () => {
    await queries.refetchQueries({ queryKey: api.lock.key() });
    catchUp();
  };
  for (let first = true; !signal.aborted; first = false) {
    await untilOpen(connection, signal);
    if (signal.aborted) return;
    try {
      const heard = await client.events.listen(undefined, { signal });
      if (!first) catchUp();
      for await (const event of heard) {
        if (event.type === 'gathering') noteGathering(event);
        else if (event.type === 'heavy-work') noteHeavyWork(event);
        else if (event.type === 'notice') noteNotice();
        else if (event.type === 'changed' && event.topics.includes('lock')) await lockChanged();
        else refresh();
      }
    } catch {
      // The banner of the frame shows a lost connection; the next round of the loop waits for it.
    }
    if (!signal.aborted) await new Promise((go) => setTimeout(go, breath));
  }
}

function untilOpen(connection: Connection, signal: AbortSignal): Promise<void> {
  return new Promise((open) => {
    const look = () => {
      if (connection.state !== 'open' && !signal.aborted) return;
      stop();
      signal.removeEventListener('abort', look);
      open();
    };
    const stop = connection.watch(look);
    signal.addEventListener('abort', look);
    look();
  });
}
