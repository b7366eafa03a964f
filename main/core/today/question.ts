import type { Customer, Question } from '../../../shared/contract/contract.ts';
import { addDays, daysBetween, type LeapDay, nextOccurrence } from '../../../shared/dates.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';
import { isNear, monthNamed, sentencesOf } from './sentences.ts';
import { type Matter, mattersIn, tellsOfThePast, withoutDenials } from './worries.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** A date can be asked about from two weeks before until one week after. */
const daysBefore = 14;
const daysAfter = 7;
/** Older matters are not brought up again. */
const openDays = 183;
const wordsDays = 90;

/**
 * One question worth asking, in the words in which the matter was written down, never invented:
 * a date that is just over, then something in the latest notes and conversations that is still
 * open, then what they wrote themselves, then a date ahead (of which the day's reasons tell
 * anyway), then somebody of their family or a fact (another one each week). Null when nothing of
 * the kind is known.
 */
export function questionWorthAsking(house: Needed, customer: Customer): Question | null {
  const today = house.clock.today();
  const sentences = stillOpen(writtenDown(house, customer.id));
  const date = aboutDate(customer, today, readSettings(house.connection).leapDay);
  const justOver = date?.day && date.day < today ? date : undefined;
  return (
    justOver ??
    inWords(sentences.find((sentence) => isOfThisMonth(sentence, today))) ??
    inWords(sentences.find((sentence) => isOpenWorry(sentence, today))) ??
    aboutWords(house, customer.id, today) ??
    date ??
    aboutPeopleAndFacts(customer, today)
  );
}

function aboutDate(customer: Customer, today: string, leapDay: LeapDay): Question | undefined {
  const names = { birthday: 'Birthday', anniversary: 'Anniversary', other: '' };
  const near = customer.dates.flatMap((date) => {
    const about = date.label.trim() || names[date.kind];
    const day = nextOccurrence(date, addDays(today, -daysAfter), leapDay);
    if (about === '' || day === null || daysBetween(today, day) > daysBefore) return [];
    return [{ from: 'date' as const, about, day }];
  });
  return near.sort(
    (one, other) => Math.abs(daysBetween(today, one.day)) - Math.abs(daysBetween(today, other.day)),
  )[0];
}

interface Sentence {
  from: 'note' | 'conversation';
  about: string;
  day: string;
}

/** The sentences of the latest notes and conversations, the last one written first. */
function writtenDown({ connection, clock }: Needed, customerId: string): Sentence[] {
  const rows = all<{ from: Sentence['from']; words: string; at: number }>(
    connection,
    `SELECT * FROM (
       SELECT 'note' AS "from", plain_words(body) AS words, written_at AS at FROM note
       WHERE customer_id = :customerId AND binned_at IS NULL ORDER BY written_at DESC LIMIT 30)
     UNION ALL SELECT * FROM (
       SELECT 'conversation', said, happened_at FROM conversation_customer
       JOIN conversation ON conversation.id = conversation_id
       WHERE customer_id = :customerId AND reached = 1 AND binned_at IS NULL
       ORDER BY happened_at DESC LIMIT 30)
     ORDER BY at DESC`,
    { customerId },
  );
  const zone = clock.zone();
  return rows.flatMap(({ from, words, at }) => {
    const day = localDay(at, zone);
    return sentencesOf(words.slice(0, 20_000))
      .toReversed()
      .map((about) => ({ from, about, day }));
  });
}

/** A sentence of the notes with what of it nothing written later has closed. */
interface Open extends Sentence {
  open: Matter[];
  /** What it told of is over, or was never so. */
  isOver: boolean;
}

/** Reads the sentences for matters, from the last one back: what is closed later is not open before. */
function stillOpen(sentences: readonly Sentence[]): Open[] {
  const closed = new Set<Matter>();
  let closesBefore = false;
  return sentences.map((sentence) => {
    const matters = mattersIn(sentence.about);
    const over = closesBefore ? matters.open : [];
    for (const matter of [...matters.closed, ...over]) closed.add(matter);
    closesBefore = matters.closesBefore;
    const open = matters.open.filter((matter) => !closed.has(matter));
    const isOver =
      (open.length === 0 && matters.open.length + matters.closed.length > 0) ||
      tellsOfThePast(sentence.about, sentence.day);
    return { ...sentence, open, isOver };
  });
}

/** "Move in March", around March; only what lay ahead when it was written, or is open by its words. */
function isOfThisMonth({ about, day, open, isOver }: Open, today: string): boolean {
  const month = monthNamed(withoutDenials(about), day);
  if (isOver || month === undefined || !isNear(month, today)) return false;
  return month > day || open.length > 0;
}

function isOpenWorry({ day, open, isOver }: Open, today: string): boolean {
  return open.length > 0 && !isOver && daysBetween(day, today) <= openDays;
}

const inWords = (sentence: Open | undefined): Question | undefined =>
  sentence && { from: sentence.from, about: sentence.about, day: sentence.day };

function aboutWords(house: Needed, customerId: string, today: string): Question | undefined {
  const found = first<{ words: string; said_at: number }>(
    house.connection,
    `SELECT substr(CASE text WHEN '' THEN title ELSE text END, 1, 2000) AS words, said_at FROM heard
     WHERE id IN (
         SELECT id FROM mention WHERE matched_customer_id = :customerId
         UNION
         SELECT id FROM mention_state WHERE customer_id = :customerId)
       AND customer_id = :customerId AND state <> 'let-go'
     ORDER BY said_at DESC, id DESC LIMIT 1`,
    { customerId },
  );
  const about = found && sentencesOf(found.words)[0];
  if (!found || !about) return undefined;
  const day = localDay(found.said_at, house.clock.zone());
  return daysBetween(day, today) > wordsDays ? undefined : { from: 'mention', about, day };
}

/** Nobody asks after the dead, nor after whom one has parted from. */
const partedFrom = /(?<!\p{L})(?:deceased|died|dead|passed away|ex|former|estranged)(?!\p{L})|†/iu;

function aboutPeopleAndFacts(customer: Customer, today: string): Question | null {
  const present = customer.relations.filter(
    ({ relation, note }) =>
      !/^late\s/i.test(relation) && !partedFrom.test(relation) && !partedFrom.test(note),
  );
  const family = present.flatMap((relation): Question[] => {
    const who = [relation.name, relation.relation].filter((word) => word.trim() !== '').join(', ');
    const about = sentencesOf(relation.note ? `${who}: ${relation.note}` : who)[0];
    return about ? [{ from: 'family', about, day: null }] : [];
  });
  const facts = customer.facts.flatMap(({ text }): Question[] => {
    const about = sentencesOf(text)[0];
    return about ? [{ from: 'fact', about, day: null }] : [];
  });
  const known = family.length > 0 ? family : facts;
  const week = Math.floor(daysBetween('1970-01-05', today) / 7);
  return known[week % known.length] ?? null;
}
