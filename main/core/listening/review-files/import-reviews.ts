import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import type { Connection } from '../../database/connection.ts';
import { newId } from '../../journal/new-id.ts';
import type { Write } from '../../journal/write.ts';
import { readSettings } from '../../settings/settings.ts';
import { freshAmong, keepRulesWithin } from '../hearing/hear-new.ts';
import { heardAs } from '../hearing/members.ts';
import { touchMention } from '../hearing/touch.ts';
import { insertSource, keptUnder } from '../keep-sources.ts';
import { createMatcher, type Matcher } from '../match.ts';
import { type KnownReview, knownReviews } from './known.ts';
import { heardIn, mentionRow, wordsRow } from './mention-row.ts';
import { type DroppedFile, readDroppedFile } from './read-file.ts';
import { rememberedTable, rememberTable } from './remembered.ts';
import type { FileReview, ReviewList } from './review.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;

/** What a file of reviews came to. */
export interface BroughtReviews {
  /** The one step that takes all of it back; null when nothing was done. */
  step: string | null;
  /** Where they are heard, when that is one source. */
  sourceId: string | null;
  added: number;
  edited: number;
  already: number;
  problems: { row: number; sentence: string }[];
}

/**
 * Brings the reviews of a file in as mentions, as one step, and hears them like all others: one
 * that another source brought before is a second place of it, and a person's rules are kept. What
 * is here already is left alone, unless the reviewer has edited it since; what we answered is kept
 * as our answer. Refuses a file that holds something else.
 */
export function importReviews(house: Needs, file: DroppedFile): BroughtReviews {
  const { connection, clock, journal } = house;
  const read = readDroppedFile(file, {
    country: readSettings(connection).country,
    now: clock.now(),
    rememberedFor: (signature) => rememberedTable(connection, signature),
  });
  if (read.holds !== 'reviews') {
    throw new Refusal('unreadable', 'There are no reviews in this file.', 'content');
  }
  const planned = read.lists.map((list) => plan(house, named(list, read.lists.length, file)));
  const counted = { added: 0, edited: 0, already: 0 };
  for (const { changes, already } of planned) {
    counted.already += already;
    for (const { known } of changes) counted[known ? 'edited' : 'added']++;
  }
  const problems = read.lists.flatMap(({ reviews }) =>
    reviews.flatMap(({ row, problem }) => (problem === null ? [] : [{ row, sentence: problem }])),
  );
  if (counted.added + counted.edited === 0)
    return { step: null, sourceId: sourceOf(connection, read.lists), ...counted, problems };
  const matcher = createMatcher(connection);
  const { step } = journal.step(label(counted, file.fileName), (write) => {
    for (const { list, changes } of planned) {
      if (changes.length > 0) bringIn(house, write, list, changes, matcher);
    }
    const [list] = read.lists;
    if (read.table && list) {
      const { signature, columns, best } = read.table;
      rememberTable(write, signature, { columns, best, sourceName: list.name });
    }
  });
  return { step, sourceId: sourceOf(connection, read.lists), ...counted, problems };
}

function sourceOf(connection: Connection, [only, ...others]: readonly ReviewList[]): string | null {
  if (!only || others.length > 0) return null;
  return keptUnder(connection, 'file', only.address) ?? null;
}

/** A single list may be called as the person likes. */
function named(list: ReviewList, lists: number, { sourceName }: DroppedFile): ReviewList {
  return lists === 1 && sourceName ? { ...list, name: sourceName } : list;
}

interface Change {
  review: FileReview;
  /** What is there of it; undefined for a new one. */
  known: KnownReview | undefined;
}

interface Planned {
  list: ReviewList;
  changes: Change[];
  already: number;
}

/** Which reviews of a list are new, and which have changed; one that stands twice counts once. */
function plan({ connection }: Needs, list: ReviewList): Planned {
  const here = knownReviews(connection, list.address);
  const planned: Planned = { list, changes: [], already: 0 };
  const met = new Set<string>();
  for (const review of list.reviews) {
    if (review.problem !== null) continue;
    const known = here.get(review.guid);
    const isOld = met.has(review.guid) || known === null || (known && !differs(review, known));
    met.add(review.guid);
    if (isOld) planned.already++;
    else planned.changes.push({ review, known: known ?? undefined });
  }
  return planned;
}

function differs(review: FileReview, known: KnownReview): boolean {
  const isEdited = wordsRow(heardIn(review)).content_hash !== known.contentHash;
  return isEdited || (review.answer !== '' && known.answer === '');
}

function label({ added, edited }: { added: number; edited: number }, fileName: string): string {
  const count = added + edited;
  const reviews = count === 1 ? 'a review' : `${count} reviews`;
  return `Brought in ${reviews} from ${fileName || 'a file'}`;
}

function bringIn(
  house: Needs,
  write: Write,
  list: ReviewList,
  changes: readonly Change[],
  matcher: Matcher,
): void {
  const { connection, clock } = house;
  const { address, name, home } = list;
  const sourceId =
    keptUnder(connection, 'file', address) ??
    insertSource(house, write, { kind: 'file', address, name, home, folder: '' });
  const now = clock.now();
  const brought = changes.map(({ review, known }) => {
    const item = heardIn(review);
    const id = known?.id ?? newId(clock);
    if (known) edit(house, write, known, wordsRow(item));
    else {
      const identity = `guid:${review.guid}`;
      write.insert('mention', mentionRow(item, { id, sourceId, identity, now }, matcher));
    }
    return { id, review, known };
  });
  const added = brought.flatMap(({ id, known }) => (known ? [] : [id]));
  const fresh = freshAmong(write, connection, added);
  for (const { id, review, known } of brought) {
    if (review.answer && !known?.answer) keepAnswer(write, connection, id, review, now);
  }
  // After the answers: what was answered is not let go by a rule.
  keepRulesWithin(write, connection, fresh, now);
}

/** Our answer stands where the voice is heard, which may be in another source. */
function keepAnswer(
  write: Write,
  connection: Connection,
  id: string,
  { answer, answeredAt, publishedAt }: FileReview,
  now: number,
): void {
  const at = answeredAt ?? publishedAt ?? now;
  touchMention(write, connection, heardAs(connection, id), {
    state: 'answered',
    state_at: at,
    answer,
    answered_at: at,
  });
}

/** Writes an edited review over the old one, and keeps the old words. */
function edit(
  { clock }: Needs,
  write: Write,
  known: KnownReview,
  words: ReturnType<typeof wordsRow>,
): void {
  if (words.content_hash === known.contentHash) return;
  const at = clock.now();
  const { id: mention_id, title, text } = known;
  write.insert('mention_earlier', { id: newId(clock), mention_id, at, title, text });
  write.update('mention', mention_id, { ...words, edited_at: at });
}
