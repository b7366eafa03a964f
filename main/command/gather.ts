import { setImmediate } from 'node:timers/promises';
import type { Client, HouseEvent } from '../../shared/contract/contract.ts';
import type { Answer } from './answer.ts';
import { createProgressBar } from './progress-bar.ts';

type Gathering = Extract<HouseEvent, { type: 'gathering' }>;
type Result = NonNullable<Gathering['source']>;

/**
 * `porchlight gather`: fetches from every source now. Fails when a source failed for a reason
 * other than the machine being offline.
 */
export async function gather(client: Client): Promise<Answer> {
  const ending = new AbortController();
  const events = await client.events.listen(undefined, { signal: ending.signal });
  const gathered = follow(events);
  // The listening has begun by the next turn; only then may anything be said.
  await setImmediate();
  const cancel = () => void client.sources.cancel();
  process.once('SIGINT', cancel);
  try {
    const { started, sources } = await client.sources.gather({ all: true });
    if (!started) return summary([], { sources, newMentions: 0, failed: 0, state: 'finished' });
    const { results, last } = await gathered;
    return summary(results, {
      sources,
      newMentions: last.newMentions,
      failed: last.failed,
      state: last.state,
    });
  } finally {
    process.removeListener('SIGINT', cancel);
    ending.abort();
    await gathered.catch(() => undefined);
  }
}

async function follow(events: AsyncIterable<HouseEvent>) {
  const results: Result[] = [];
  const bar = createProgressBar(process.stderr);
  try {
    for await (const event of events) {
      if (event.type !== 'gathering') continue;
      if (event.source) results.push(event.source);
      bar.show(event.done, event.of, event.source?.name ?? '');
      if (event.state === 'started' || event.state === 'progress') continue;
      return { results, last: event };
    }
  } finally {
    bar.clear();
  }
  throw new Error('The events ended before the gathering did');
}

interface Outcome {
  sources: number;
  newMentions: number;
  failed: number;
  state: Gathering['state'];
}

function summary(results: Result[], { sources, newMentions, failed, state }: Outcome): Answer {
  const inOrder = results.toSorted((one, other) => one.name.localeCompare(other.name));
  const offline = state === 'offline';
  const heard = newMentions === 1 ? '1 new mention' : `${newMentions} new mentions`;
  const all = sources === 1 ? '1 source' : `${sources} sources`;
  const endings = [
    `${heard} from ${all}`,
    failed > 0 && `${failed} failed`,
    offline && 'this machine is offline, so the rest waits',
    state === 'cancelled' && 'stopped before the end',
  ];
  const lines = inOrder.map(({ ok, name, words }) => `${ok ? ' ' : '!'} ${name}: ${words}`);
  const nothing = 'There is nothing to gather yet; add a source with: porchlight add <address>';
  return {
    json: {
      sources,
      newMentions,
      failed,
      offline,
      cancelled: state === 'cancelled',
      results: inOrder,
    },
    text: sources === 0 ? nothing : [...lines, `${endings.filter(Boolean).join('; ')}.`].join('\n'),
    code: failed > 0 ? 1 : 0,
  };
}
