import { type Connection, run, transaction } from '../../main/core/database/connection.ts';
import { seeded } from '../support/seeded.ts';

/** How much there is in a great house: a long life of a busy shop. */
export const great = {
  people: 20_000,
  talks: 200_000,
  notes: 40_000,
  followUps: 60_000,
  mentions: 100_000,
};

const tenYears = 3650 * 86_400_000;
const given = 'Rosa Leo Ágnes Zoë Jürgen Mei Hana Omar Priya Søren Luca Inês Bruno'.split(' ');
const family = 'Marin Blu Kovács Müller Rossi Tanaka Haddad Sharma Dahl Peña Novák'.split(' ');
const words = 'boiler quote bread knee garden market letter roof school invoice harbour'.split(' ');
const media = ['phone', 'counter', 'counter', 'email', 'text', 'visit'];
const circles = ['inner', 'regular', 'regular', 'wider', 'wider', 'none'];
const tones = ['complaint', 'question', 'praise', 'plain', 'plain'];
const states = ['new', 'answered', 'noted', 'let-go'];

/** The id of one thing of a kind (four hexadecimal digits). */
export function idOf(kind: string, number: number): string {
  return `018f0000-${kind}-7000-8000-${String(number).padStart(12, '0')}`;
}

export const customerId = (number: number) => idOf('aaaa', number);

/**
 * Fills a house straight through its tables, the same for the same seed: people with contacts,
 * birthdays and tags, ten years of talks, notes and follow-ups, mentions of which a third are from
 * our people, and a thousand of everything in the bin.
 */
export function fillGreatHouse(connection: Connection, now: number, much = great): void {
  const chance = seeded(1);
  const below = (limit: number) => Math.floor(chance() * limit);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const someWords = (count: number) => Array.from({ length: count }, () => one(words)).join(' ');
  const moment = () => now - below(tenYears);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const somebody = () => customerId(below(much.people));
  const put = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row);
    run(
      connection,
      `INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `:${name}`)})`,
      row,
    );
  };
  const binned = (number: number) => (number % 50 === 7 ? now - below(20 * 86_400_000) : null);

  function fillPeople(): void {
    for (let number = 0; number < much.people; number += 1) {
      const id = customerId(number);
      const [first, last] = [one(given), `${one(family)}-${number}`];
      put('customer', {
        ...{ id, given_name: first, family_name: last, display_name: `${first} ${last}` },
        ...{ sort_name: `${last} ${first}`.toLowerCase(), circle: one(circles) },
        ...{ added_at: now - tenYears, added_day: dayOf(now - tenYears) },
        sent_by: number > 100 && number % 4 === 0 ? customerId(below(100)) : null,
        binned_at: number % 20 === 7 ? now - below(20 * 86_400_000) : null,
      });
      put('customer_contact', {
        ...{ id: idOf('a001', number), customer_id: id, kind: 'phone' },
        ...{ value: `055 ${1_000_000 + number}`, normalised: `+39055${1_000_000 + number}` },
      });
      put('customer_contact', {
        ...{ id: idOf('a002', number), customer_id: id, kind: 'email', position: 1 },
        ...{ value: `person${number}@example.org`, normalised: `person${number}@example.org` },
      });
      put('customer_tag', { id: idOf('a003', number), customer_id: id, tag: one(words) });
      put('customer_date', {
        ...{ id: idOf('a004', number), customer_id: id, kind: 'birthday' },
        ...{ month: 1 + below(12), day: 1 + below(28) },
      });
    }
  }

  function fillSaid(): void {
    for (let number = 0; number < much.talks; number += 1) {
      const id = idOf('bbbb', number);
      const at = moment();
      put('conversation', {
        ...{ id, medium: one(media), happened_at: at, happened_day: dayOf(at), written_at: at },
        ...{ said: someWords(14), reached: number % 9 === 0 ? 0 : 1, binned_at: binned(number) },
      });
      put('conversation_customer', { id, conversation_id: id, customer_id: somebody() });
    }
    for (let number = 0; number < much.notes; number += 1) {
      put('note', {
        ...{ id: idOf('cccc', number), customer_id: somebody(), written_at: moment() },
        body: `${someWords(20)} #${one(words)} [@Given Marin](person:${somebody()})`,
        binned_at: binned(number),
      });
    }
    for (let number = 0; number < much.followUps; number += 1) {
      const isOpen = number % 6 === 0;
      const at = moment();
      put('follow_up', {
        ...{ id: idOf('dddd', number), text: someWords(4), customer_id: somebody(), made_at: at },
        due_day: dayOf(isOpen ? now + below(90) * 86_400_000 : at),
        ...(isOpen ? {} : { state: 'done', done_at: at }),
        binned_at: binned(number),
      });
    }
  }

  function fillHeard(): void {
    const sources = Array.from({ length: 40 }, (_, number) => idOf('eeee', number));
    for (const id of sources) {
      put('source', {
        ...{ id, kind: 'feed', name: `Paper ${one(words)}`, added_at: 1 },
        address: `https://paper.example/${id}`,
      });
    }
    for (let number = 0; number < much.mentions; number += 1) {
      const id = idOf('ffff', number);
      const at = moment();
      put('mention', {
        ...{ id, source_id: one(sources), identity: String(number), content_hash: 'h' },
        ...{ text: someWords(16), author: `${one(given)} ${one(family)}`, tone: one(tones) },
        ...{ published_at: at, received_at: at },
        matched_customer_id: number % 3 === 0 ? somebody() : null,
      });
      if (number % 2 === 0) {
        put('mention_state', { id, state: one(states), starred: number % 30 === 0 ? 1 : 0 });
      }
    }
  }

  transaction(connection, () => {
    fillPeople();
    fillSaid();
    fillHeard();
    put('setting', { id: 'welcomed', value: 'true' });
  });
}
