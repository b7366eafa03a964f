import { Temporal } from 'temporal-polyfill';
import type { House } from '../../core.ts';
import { all } from '../../database/connection.ts';
import { listMatters } from '../../matters/read-matters.ts';
import { getCustomer } from '../../people/get.ts';
import { readHistory } from '../../people/history/read-history.ts';
import { readPictures } from '../../people/photos/photo-rows.ts';
import { readCardsOf } from '../cards.ts';
import { keptLine } from '../vcard-write-data.ts';
import { aboutThem } from './about-them.ts';
import type { KnownPerson, PersonData } from './person-data.ts';
import { readApart } from './read-apart.ts';
import { readFollowUps, readSpokenOf, readTalks, readVoices } from './read-between.ts';

type Needs = Pick<House, 'connection' | 'clock'>;

const explanation =
  'All that Porchlight knew of this person. What each name means stands in ' +
  'main/core/exchange/person/person-data.ts of its source.';

/** All that is known of one person, also of one in the bin. Refuses when there is nobody. */
export function readPerson(house: Needs, id: string): PersonData {
  const { connection, clock } = house;
  const zone = clock.zone();
  const at = (moment: number) => momentIn(moment, zone);
  const person = knownPerson(house, id);
  const about = aboutThem(person);
  const { photo } = getCustomer(house, id);
  const [picture] = photo === null ? [] : readPictures(connection, [photo]);
  const matters = listMatters(house, id);
  return {
    ...{ format: 'porchlight-person', version: 1, about: explanation, writtenAt: at(clock.now()) },
    person,
    photo: picture ? { type: picture.type, base64: picture.content } : null,
    conversations: readTalks(connection, id, at),
    spokenOf: readSpokenOf(connection, id, at).map((talk) => ({
      ...talk,
      said: about(talk.said),
    })),
    ...readApart(connection, id, at, about),
    notes: all<{ at: number; pinned: number; text: string; binned: number }>(
      connection,
      `SELECT written_at AS at, pinned, body AS text, binned_at IS NOT NULL AS binned
       FROM note WHERE customer_id = ? ORDER BY written_at DESC, id`,
      [id],
    ).map((note) => ({
      ...{ at: at(note.at), pinned: note.pinned === 1, text: note.text },
      inTheBin: note.binned === 1,
    })),
    followUps: readFollowUps(connection, id, at),
    voices: readVoices(connection, id, at),
    lessons: all(
      connection,
      `SELECT sentence, state, since_day AS since FROM lesson
       WHERE binned_at IS NULL AND id IN (
         SELECT lesson_id FROM lesson_voice
         WHERE mention_id IN (SELECT id FROM heard WHERE customer_id = :id)
           OR conversation_id IN (
             SELECT conversation_id FROM conversation_customer WHERE customer_id = :id))
       ORDER BY since_day DESC, id`,
      { id },
    ),
    matters: matters.own.map(({ name, state, openedDay, closedDay, note, parties, notes }) => ({
      ...{ name, state, openedDay, closedDay, note },
      parties: parties.map(({ side, name: called, role }) => ({ side, name: called, role })),
      notes: notes.map(({ body, writtenAt }) => ({ at: at(writtenAt), text: body })),
    })),
    namedInMatters: all(
      connection,
      `SELECT side, role FROM matter_party JOIN matter ON matter.id = matter_id
       WHERE other_id = ? ORDER BY made_at DESC, matter_party.id`,
      [id],
    ),
    namedOn: all(
      connection,
      'SELECT day, state AS became FROM daily_pick WHERE customer_id = ? ORDER BY day DESC, position',
      [id],
    ),
    drafts: all<{ at: number; text: string }>(
      connection,
      `SELECT saved_at AS at, text FROM draft
       WHERE instr(key, ?) > 0 AND text <> '' ORDER BY saved_at DESC`,
      [id],
    ).map((draft) => ({ at: at(draft.at), text: draft.text })),
    cards: readCardsOf(connection, id).map(({ uid, lines }) => ({
      uid,
      lines: lines.map((line) => keptLine(line, '4.0')),
    })),
    changes: ownSteps(house, id).map((step) => ({
      ...{ at: at(step.at), what: step.label, undone: step.undone },
      details: step.changes.map(({ what, before, after }) => ({ what, before, after })),
    })),
  };
}

/** What was changed about them; not what was done in matters of others in which they are named. */
function ownSteps(house: Needs, id: string) {
  const ofOthers = all<{ step: string }>(
    house.connection,
    `SELECT step_id AS step FROM journal_change
     WHERE customer_id = :id OR id IN (SELECT change_id FROM journal_about WHERE customer_id = :id)
     GROUP BY step_id HAVING min(table_name = 'matter_party' AND customer_id <> :id) = 1`,
    { id },
  );
  const apart = new Set(ofOthers.map(({ step }) => step));
  const { steps } = readHistory(house, { id, offset: 0, limit: 100_000 });
  return steps.filter(({ step }) => !apart.has(step));
}

function knownPerson(house: Needs, id: string): KnownPerson {
  const customer = getCustomer(house, id);
  const sent = all<{ name: string }>(
    house.connection,
    'SELECT display_name AS name FROM customer WHERE sent_by = ? ORDER BY sort_name, id',
    [id],
  );
  return {
    id,
    name: customer.name,
    givenName: customer.givenName,
    familyName: customer.familyName,
    nickname: customer.nickname,
    otherNames: customer.otherNames.map(({ name, label }) => ({ name, label })),
    saidAs: customer.saidAs,
    pronouns: customer.pronouns,
    nameOrder: customer.nameOrder,
    company: customer.company,
    role: customer.role,
    works: customer.works.map(({ company, role }) => ({ company, role })),
    circle: customer.circle,
    rhythmDays: customer.ownRhythmDays,
    howMet: customer.howMet,
    sentBy: customer.sentBy?.name ?? null,
    sent: sent.map(({ name }) => name),
    cameBack: customer.cameBack.map(({ day }) => day),
    contacts: customer.contacts.map(({ kind, label, value, network }) => ({
      ...{ kind, label, value, network },
    })),
    family: customer.relations.map(({ name, relation, note, otherId }) => ({
      ...{ name, relation, note, isCustomer: otherId !== null },
    })),
    dates: customer.dates.map(({ id: _, nextDay, ...date }) => date),
    facts: customer.facts.map(({ text }) => text),
    tags: customer.tags,
    addedDay: customer.addedDay,
    lastSpokeDay: customer.lastSpokeDay,
    inTheBin: customer.binnedAt !== null,
  };
}

/** A moment as somebody there would write it down: `2026-03-02T08:00:00+01:00`. */
function momentIn(moment: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
