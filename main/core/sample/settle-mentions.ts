import type { MentionState, Tone } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import type { Write } from '../journal/write.ts';
import { sampleId } from './relative.ts';
import { readTown, type Town } from './town.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal' | 'sampleFolder'>;

const day = 86_400_000;
/** What is about the shop waits for an answer so many days before the town has dealt with it. */
const waitsAboutUs = 9 * day;
/** Other news of the town is let go sooner. */
const waitsOtherwise = 2 * day;

interface Untouched {
  id: string;
  source_id: string;
  title: string;
  said_at: number;
  tone: Tone;
  reviewed: number;
  about_us: number;
  likely_customer_id: string | null;
}

/**
 * Deals with the older mentions of the sample town as its owner would have by now, in one step:
 * reviews, questions and complaints about the shop are answered, other
 * words about it noted, the rest let go. Only
 * what nobody has touched. Does nothing without the town. Gives how many were dealt with.
 */
function settleMentions(house: Needs): number {
  const { connection, clock, journal } = house;
  const sources = all<{ id: string }>(
    connection,
    "SELECT id FROM sample_row WHERE table_name = 'source'",
  );
  if (sources.length === 0) return 0;
  const town = readTown(house.sampleFolder);
  const now = clock.now();
  const untouched = all<Untouched>(
    connection,
    `SELECT id, source_id, title, said_at, heard_tone AS tone, likely_customer_id,
       rating_value IS NOT NULL AS reviewed, rating_value IS NOT NULL OR EXISTS (
         SELECT 1 FROM json_each(:knownAs) WHERE instr(title || ' ' || text, value) > 0) AS about_us
     FROM heard
     WHERE source_id IN (SELECT id FROM sample_row WHERE table_name = 'source')
       AND NOT EXISTS (SELECT 1 FROM mention_state WHERE mention_state.id = heard.id)
     ORDER BY said_at, id`,
    { knownAs: JSON.stringify(town.knownAs) },
  );
  const old = untouched.filter(
    (one) => now - one.said_at > (one.about_us ? waitsAboutUs : waitsOtherwise),
  );
  if (old.length === 0) return 0;
  const stars = starsOf(town);
  // Nobody did this, and it may come while somebody is doing something: undo takes back theirs.
  const settle = (write: Write) => {
    for (const one of old) {
      write.insert('mention_state', {
        id: one.id,
        state: becameOf(one),
        starred: stars.has(`${one.source_id} ${one.title}`) ? 1 : 0,
        customer_id: one.likely_customer_id,
        state_at: Math.min(now, one.said_at + takes(one.said_at)),
      });
    }
  };
  journal.step('Dealt with what the sample town had heard', settle, { byItself: true });
  return old.length;
}

/** Settles the town's mentions after every gathering, until `signal` ends it. */
export async function keepSettled(
  house: Needs & Pick<House, 'bell' | 'host'>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const event of house.bell.listen(signal)) {
      const ended = event.type === 'gathering' && !/^(started|progress)$/.test(event.state);
      if (ended && !signal.aborted) settleMentions(house);
    }
  } catch (problem) {
    if (!signal.aborted)
      house.host.log('The sample town could not deal with its mentions', problem);
  }
}

/** How long the owner took: some hours, sometimes days, always the same for one voice. */
function takes(saidAt: number): number {
  const hours = [3, 20, 5, 44, 2, 26, 9, 130];
  return (hours[Math.floor(saidAt / 60_000) % hours.length] ?? 24) * (day / 24);
}

function becameOf({ about_us, reviewed, tone }: Untouched): MentionState {
  if (!about_us) return 'let-go';
  const asked = tone === 'complaint' || tone === 'question';
  return asked || (reviewed && tone === 'praise') ? 'answered' : 'noted';
}

function starsOf(town: Town): Set<string> {
  return new Set(
    town.sources.flatMap(({ key, starred }) =>
      starred.map((title) => `${sampleId('source', key)} ${title}`),
    ),
  );
}
