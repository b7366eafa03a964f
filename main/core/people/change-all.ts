import type { Circle } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { everyWords } from '../../../shared/wording/circles.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { giveTag, takeTag } from './give-tag.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;

/** What is changed alike for many people. */
export interface ChangeForAll {
  ids: readonly string[];
  circle?: Circle | undefined;
  /** A rhythm of their own, in days; null for that of their circle. */
  rhythmDays?: number | null | undefined;
  addTag?: string | undefined;
  removeTag?: string | undefined;
}

/** From so many people on, the search index takes them in at the end. */
const many = 500;

const circleWords: Record<Circle, string> = {
  inner: 'the inner circle',
  regular: 'the regulars',
  wider: 'the wider circle',
  none: 'those without a rhythm',
};

/**
 * Changes many people alike, as one step. A circle brings its own rhythm, so that a rhythm set
 * for somebody gives way to it. Refuses when nobody is there, or nothing is to be changed.
 */
export function changeAll(house: Needs, change: ChangeForAll) {
  const { ids, circle, rhythmDays, addTag, removeTag } = change;
  const people = all<{ id: string; name: string }>(
    house.connection,
    `SELECT id, display_name AS name FROM customer
     WHERE id IN (SELECT value FROM json_each(?)) AND binned_at IS NULL`,
    [JSON.stringify(ids)],
  );
  if (people.length === 0) throw new Refusal('not-found', 'They are not here any more.');
  const who = people.length === 1 ? (people[0]?.name ?? '') : `${people.length} people`;
  const said = [
    circle && `Moved ${who} to ${circleWords[circle]}`,
    rhythmDays && `Set ${everyWords(rhythmDays)} for ${who}`,
    rhythmDays === null && `Gave ${who} the rhythm of their circle`,
    addTag && `Tagged ${who} “${addTag}”`,
    removeTag && `Took the tag “${removeTag}” from ${who}`,
  ].filter(Boolean);
  if (said.length === 0) throw new Refusal('invalid', 'Say what is to be changed.');
  const { step } = house.journal.step(
    said.join('; '),
    (write) => {
      for (const { id } of people) {
        if (circle) write.update('customer', id, { circle, rhythm_days: null });
        if (rhythmDays !== undefined) write.update('customer', id, { rhythm_days: rhythmDays });
        if (addTag) giveTag(house, write, id, addTag);
        if (removeTag) takeTag(house, write, id, removeTag);
      }
    },
    { apart: true, much: people.length >= many },
  );
  return { step };
}
