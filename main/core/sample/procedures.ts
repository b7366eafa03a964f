import { Refusal } from '../../../shared/refusal.ts';
import { os } from '../boundary.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, run } from '../database/connection.ts';
import { buildTown } from './build-town.ts';
import { removeTown } from './remove-town.ts';
import { readTown } from './town.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal' | 'sampleFolder'>;

/** Whether the sample town is here, and how many of its people are. */
function sampleState(connection: Connection): { here: boolean; people: number } {
  const row = first<{ rows: number; people: number }>(
    connection,
    `SELECT (SELECT count(*) FROM sample_row) AS rows,
       (SELECT count(*) FROM customer
        WHERE binned_at IS NULL
          AND id IN (SELECT id FROM sample_row WHERE table_name = 'customer')) AS people`,
  );
  return { here: (row?.rows ?? 0) > 0, people: row?.people ?? 0 };
}

/** Brings the sample town in, in one step. Refuses when it is here already. */
function loadSample(house: Needs): { step: string } {
  if (sampleState(house.connection).here) {
    throw new Refusal('conflict', 'The sample town is here already.');
  }
  const town = readTown(house.sampleFolder);
  const { step } = house.journal.step('Brought in the sample town', (write) => {
    forgetGathered(house.connection);
    buildTown(write, house, town);
  });
  return { step };
}

/** Takes all of the sample town away, in one step. Refuses when it is not here. */
function removeSample(house: Needs): { step: string } {
  if (!sampleState(house.connection).here) {
    throw new Refusal('not-found', 'The sample town is not here.');
  }
  const { business } = readTown(house.sampleFolder);
  const { step } = house.journal.step('Took the sample town away', (write) =>
    removeTown(write, house, business),
  );
  return { step };
}

function sampleSources(connection: Connection): string[] {
  return all<{ id: string }>(
    connection,
    "SELECT id FROM sample_row WHERE table_name = 'source'",
  ).map(({ id }) => id);
}

/** What an earlier stay of the town left of its mentions would be older than the town itself. */
function forgetGathered(connection: Connection): void {
  const gone = `SELECT id FROM source WHERE address LIKE 'sample:%' AND removed_at IS NOT NULL`;
  run(connection, `DELETE FROM mention WHERE source_id IN (${gone})`);
  run(connection, `DELETE FROM mention_purged WHERE source_id IN (${gone})`);
  run(connection, `DELETE FROM source_fetch WHERE source_id IN (${gone})`);
}

export const sampleProcedures = {
  state: os.sample.state.handler(({ context }) => sampleState(context.connection)),
  load: os.sample.load.handler(({ context }) => {
    const loaded = loadSample(context);
    const ids = sampleSources(context.connection);
    if (context.gathersByItself) context.gatherer.gather({ ids, all: false });
    return loaded;
  }),
  remove: os.sample.remove.handler(({ context }) => removeSample(context)),
};
