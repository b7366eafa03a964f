import { rhythmInForce } from '../../../shared/rhythm.ts';
import { all } from '../database/connection.ts';
import type { Write } from '../journal/write.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { readSettings } from '../settings/settings.ts';
import { moveIn } from './build-people.ts';
import { learn, promise, reflect, speak, writeDown } from './build-years.ts';
import { type Builder, createBuilder, followUpId, personId } from './builder.ts';
import { type PastPerson, pastDays } from './past-days.ts';
import { dayBefore, momentBefore, sampleId } from './relative.ts';
import type { Town } from './town.ts';

/** How many past days have a light. */
const daysOfLights = 365;

/**
 * Writes the sample town as part of a step: its people with all that is known of them, two years
 * of conversations, notes, promises, lessons, sources, and the past year's days. Everything lies
 * relative to the clock, and the same clock gives the same town, ids included. What is written is
 * marked, so that it can be taken away again.
 */
export function buildTown(write: Write, house: Builder['house'], town: Town): void {
  const builder = createBuilder(write, house, town);
  nameBusiness(builder);
  for (const person of town.people) moveIn(builder, person);
  for (const conversation of town.conversations) speak(builder, conversation);
  promise(builder);
  writeDown(builder);
  learn(builder);
  reflect(builder);
  listen(builder);
  nameEachDay(builder);
}

/** Fills in the settings that nobody has made yet; Welcome is over in any case. */
function nameBusiness({ write, house, town, put }: Builder): void {
  const present = readSettings(house.connection);
  for (const [id, value] of Object.entries(town.business)) {
    const field = id as keyof Town['business'];
    if (present[field] !== defaultSettings[field]) continue;
    put('setting', { id, value: JSON.stringify(value) });
  }
  write.put('setting', { id: 'welcomed', value: 'true' });
}

/** The recorded sources: gathering reads their files as if they came from the network. */
function listen({ house: { clock }, town, put }: Builder): void {
  for (const { key, kind, name, file, home, folder } of town.sources) {
    put('source', {
      id: sampleId('source', key),
      kind,
      name,
      address: `sample:${file}`,
      home,
      folder,
      paused: 0,
      added_at: momentBefore(clock, daysOfLights, '08:00'),
      removed_at: null,
    });
  }
}

function nameEachDay({ house, town, put }: Builder): void {
  const { clock } = house;
  const settings = readSettings(house.connection);
  const people = town.people.flatMap((person): PastPerson[] => {
    const rhythmDays = rhythmInForce(person.circle, person.rhythmDays, settings);
    if (rhythmDays === null) return [];
    return [
      {
        id: personId(person.key),
        rhythmDays,
        addedDaysAgo: person.addedDaysAgo,
        talks: town.conversations
          .filter((one) => one.with.includes(person.key))
          .map(({ daysAgo, at, reached }) => ({
            daysAgo,
            at: momentBefore(clock, daysAgo, at),
            reached,
          })),
        promises: town.promises
          .filter((one) => one.for === person.key)
          .map((one) => ({ ...one, id: followUpId(one.for, one.text) })),
      },
    ];
  });
  const named = all<{ day: string }>(house.connection, 'SELECT DISTINCT day FROM daily_pick');
  const taken = new Set(named.map(({ day }) => day));
  for (const pick of pastDays(clock.today(), daysOfLights, people)) {
    // A house that was lived in keeps its own days.
    if (taken.has(dayBefore(clock, pick.daysAgo))) continue;
    put('daily_pick', {
      id: sampleId('daily-pick', pick.daysAgo),
      day: dayBefore(clock, pick.daysAgo),
      position: 0,
      customer_id: pick.customerId,
      reasons: JSON.stringify(pick.reasons),
      picked_at: momentBefore(clock, pick.daysAgo, '07:00'),
      state: pick.state,
      state_at: pick.closedAt,
    });
  }
}
