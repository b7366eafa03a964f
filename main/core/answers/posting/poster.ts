import { keyWording } from '../../../../shared/wording/source-keys.ts';
import type { CoreOptions, House } from '../../core.ts';
import { all, run, transaction } from '../../database/connection.ts';
import type { Fetcher } from '../../listening/fetch.ts';
import { readKey } from '../../listening/keys/keep-keys.ts';
import { goneOut } from '../gone-out.ts';
import type { PostingNetwork } from '../ways.ts';
import { blueskyNetwork } from './bluesky.ts';
import { mastodonNetwork } from './mastodon.ts';
import { askOver, type Network, type Posted } from './network.ts';

const networks: Record<PostingNetwork, Network> = {
  mastodon: mastodonNetwork,
  bluesky: blueskyNetwork,
};

/** Milliseconds until the next try: a minute, then ever longer, at most six hours. */
const firstWait = 60_000;
const longestWait = 6 * 3_600_000;
/** While offline it costs nothing to look again. */
const offlineWait = 30_000;
/** After so many tries in vain a person is asked. */
const mostTries = 12;

type Needs = Pick<House, 'connection' | 'clock' | 'journal' | 'bell' | 'host' | 'version'> &
  Pick<CoreOptions, 'routes'>;

interface Given {
  id: string;
  text: string;
  way: PostingNetwork;
  begun_at: number;
  guid: string;
  page: string;
  source_name: string;
  tries: number;
  was_posting: number;
}

/** Posts what was handed over, one after the other, for as long as the house is open. */
export interface Poster {
  /** Looks at once at what waits; an answer that is named is tried even after a failure. */
  wake(id?: string): void;
  close(): Promise<void>;
}

export function createPoster(house: Needs): Poster {
  const { connection, clock, host, bell } = house;
  const closing = new AbortController();
  let fetcher: Fetcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  /** What may be tried now. What was being posted when the program ended may be out already. */
  function due(): Given | undefined {
    return all<Given>(
      connection,
      `SELECT answer.id, answer.text, answer.way, answer.begun_at, mention.guid,
         mention.address AS page, source.name AS source_name, tries,
         answer_post.state = 'posting' AS was_posting
       FROM answer_post JOIN answer ON answer.id = answer_id AND answer.state = 'given'
       JOIN mention ON mention.id = answer.mention_id JOIN source ON source.id = mention.source_id
       WHERE answer_post.state <> 'failed' AND next_try_at <= ? ORDER BY answer.begun_at LIMIT 1`,
      [clock.now()],
    )[0];
  }

  async function work(): Promise<void> {
    do {
      again = false;
      for (let next = due(); next && !closing.signal.aborted; next = due()) await tryOne(next);
    } while (again && !closing.signal.aborted);
    sleepUntilNext();
  }

  async function tryOne(given: Given): Promise<void> {
    setPost(given.id, { state: 'posting', tries: given.tries + 1 });
    const posted = await send(given).catch((problem: unknown): Posted => {
      host.log('Posting an answer broke off', problem);
      return {
        outcome: 'later',
        problem: 'Posting broke off.',
        retryAfter: null,
        isOffline: false,
      };
    });
    // Whatever came of it, closing must not take it for known: the next start looks again.
    if (closing.signal.aborted && posted.outcome !== 'posted') return;
    if (posted.outcome === 'posted') {
      house.journal.step(
        `Posted the answer at ${given.source_name}`,
        (write) => goneOut(write, house, given.id, { address: posted.address, text: given.text }),
        { byItself: true },
      );
      run(connection, 'DELETE FROM answer_post WHERE answer_id = ?', [given.id]);
      ring();
      return;
    }
    const tries = given.tries + 1;
    if (posted.outcome === 'refused' || (!posted.isOffline && tries >= mostTries)) {
      setPost(given.id, { state: 'failed', tries, problem: posted.problem });
      return;
    }
    const wait = posted.isOffline
      ? offlineWait
      : Math.max(posted.retryAfter ?? 0, Math.min(firstWait * 2 ** (tries - 1), longestWait));
    setPost(given.id, {
      state: 'waiting',
      tries: posted.isOffline ? given.tries : tries,
      problem: posted.problem,
      nextTryAt: clock.now() + wait,
    });
  }

  async function send(given: Given): Promise<Posted> {
    const key = await readKey(host, given.way);
    if (!key) {
      const { name } = keyWording(given.way);
      return {
        outcome: 'refused',
        problem: `This needs a key of your own (${name}). Give it under Sources, “With a key of your own”.`,
      };
    }
    const { createFetcher } = await import('../../listening/fetch.ts');
    fetcher ??= createFetcher({
      version: house.version,
      now: clock.now,
      routes: [...(house.routes ?? [])],
    });
    const reply = {
      id: given.id,
      text: given.text,
      begunAt: given.begun_at,
      guid: given.guid,
      page: given.page,
      perhapsThere: given.was_posting === 1 || given.tries > 0,
    };
    return networks[given.way].post(reply, key, askOver(fetcher, closing.signal));
  }

  function setPost(
    id: string,
    post: { state: string; tries: number; problem?: string; nextTryAt?: number },
  ): void {
    transaction(connection, () =>
      run(
        connection,
        `UPDATE answer_post SET state = ?, tries = ?, problem = ?, next_try_at = ?
         WHERE answer_id = ?`,
        [post.state, post.tries, post.problem ?? '', post.nextTryAt ?? clock.now(), id],
      ),
    );
    ring();
  }

  function ring(): void {
    bell.ring({ type: 'changed', topics: ['answer'] });
  }

  function sleepUntilNext(): void {
    clearTimeout(timer);
    if (closing.signal.aborted) return;
    const [next] = all<{ at: number }>(
      connection,
      `SELECT min(next_try_at) AS at FROM answer_post JOIN answer ON answer.id = answer_id
       WHERE answer.state = 'given' AND answer_post.state <> 'failed'`,
    );
    if (!next || next.at === null) return;
    timer = setTimeout(() => poster.wake(), Math.max(1000, next.at - clock.now()));
    timer.unref();
  }

  const poster: Poster = {
    wake(id) {
      if (closing.signal.aborted) return;
      if (id !== undefined) {
        run(
          connection,
          `UPDATE answer_post SET state = 'waiting', tries = min(tries, 1), next_try_at = ?
           WHERE answer_id = ? AND state <> 'posting'`,
          [clock.now(), id],
        );
      }
      again = true;
      if (running) return;
      running = work()
        .catch((problem: unknown) => host.log('Posting answers failed', problem))
        .finally(() => {
          running = undefined;
        });
    },
    async close() {
      clearTimeout(timer);
      closing.abort();
      await running;
      await fetcher?.close();
    },
  };
  return poster;
}
