import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '../../../../shared/refusal.ts';
import { readDate } from '../dates.ts';
import { type FileReview, nothingInIt, type ReviewList } from './review.ts';
import { originalWords } from './translated.ts';

const stars: Record<string, number> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };

/** A review as Google Takeout writes it (Google Business Profile, `accounts.locations.reviews`). */
const takeoutReview = z.object({
  name: z.string().nullish(),
  reviewId: z.string().nullish(),
  reviewer: z
    .object({ displayName: z.string().nullish(), isAnonymous: z.boolean().nullish() })
    .nullish(),
  starRating: z.union([z.string(), z.number()]).nullish(),
  comment: z.string().nullish(),
  createTime: z.string().nullish(),
  updateTime: z.string().nullish(),
  reviewReply: z
    .object({ comment: z.string().nullish(), updateTime: z.string().nullish() })
    .nullish(),
});

type TakeoutReview = z.infer<typeof takeoutReview>;

/**
 * The reviews in a JSON text of Google Takeout's Business Profile, a list for each location.
 * Refuses kindly the reviews that the person wrote themselves on Google Maps, and anything else.
 */
export function readTakeout(texts: readonly string[], now: number): ReviewList[] {
  const lists = new Map<string, ReviewList>();
  const seen = new Set<string>();
  let row = 0;
  for (const element of texts.flatMap(reviewsIn)) {
    row++;
    const read = takeoutReview.safeParse(element);
    const review = read.success ? toReview(read.data, row, now) : unreadable(row);
    // The same review may stand in several files of one archive.
    if (seen.has(review.guid)) continue;
    seen.add(review.guid);
    const location = /^locations\/([^/]+)\//.exec(review.guid)?.[1] ?? '';
    const known = lists.get(location);
    if (known) known.reviews.push(review);
    else lists.set(location, listFor(location, lists.size, review));
  }
  return [...lists.values()];
}

function listFor(location: string, before: number, review: FileReview): ReviewList {
  return {
    address: location ? `file:google/${location}` : 'file:google',
    name: before === 0 ? 'Google reviews' : `Google reviews (${before + 1})`,
    home: 'https://business.google.com/reviews',
    reviews: [review],
  };
}

/** The reviews of one file, not yet looked into. */
function reviewsIn(text: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('unreadable', 'This file is damaged and cannot be read.', 'content');
  }
  if (isOwnReviews(json)) {
    throw new Refusal(
      'unreadable',
      'These are the reviews that you wrote yourself on Google Maps. Those about your business are elsewhere: at takeout.google.com choose “Google Business Profile”, and drop that here.',
      'content',
    );
  }
  if (Array.isArray(json)) return json;
  const whole = z.object({ reviews: z.array(z.unknown()) }).safeParse(json);
  if (whole.success) return whole.data.reviews;
  throw new Refusal(
    'unreadable',
    'There are no reviews in this file. In Google Takeout they are in the files whose name begins with “reviews”.',
    'content',
  );
}

/** The reviews somebody wrote on Google Maps come as places on a map (GeoJSON, RFC 7946). */
function isOwnReviews(json: unknown): boolean {
  return z.object({ type: z.literal('FeatureCollection') }).safeParse(json).success;
}

function toReview(found: TakeoutReview, row: number, now: number): FileReview {
  const anonymous = found.reviewer?.isAnonymous === true;
  const text = originalWords(found.comment ?? '');
  const value = starsOf(found.starRating);
  const author = anonymous ? '' : (found.reviewer?.displayName ?? '').trim();
  return {
    row,
    guid: identityOf(found, author, text),
    author,
    title: '',
    text,
    link: '',
    publishedAt: readDate(found.createTime, now),
    updatedAt: readDate(found.updateTime, now),
    rating: value === null ? null : { value, worst: 1, best: 5 },
    answer: originalWords(found.reviewReply?.comment ?? ''),
    answeredAt: readDate(found.reviewReply?.updateTime, now),
    problem: text === '' && value === null ? nothingInIt : null,
  };
}

/** The tail of its name, for the account's number before it differs from archive to archive. */
function identityOf({ name, reviewId, createTime }: TakeoutReview, author: string, text: string) {
  const tail = /locations\/[^/]+\/reviews\/[^/]+$/.exec(name ?? '')?.[0];
  if (tail) return tail;
  if (reviewId) return `reviews/${reviewId}`;
  const told = JSON.stringify([author, createTime ?? '', text]);
  return `hash:${createHash('sha256').update(told).digest('base64url')}`;
}

/** ONE to FIVE, or the number itself; null when there is no rating. */
function starsOf(rating: string | number | null | undefined): number | null {
  const value =
    typeof rating === 'string' ? (stars[rating.toUpperCase()] ?? Number(rating)) : rating;
  return typeof value === 'number' && value >= 1 && value <= 5 ? value : null;
}

function unreadable(row: number): FileReview {
  return {
    row,
    guid: `unreadable:${row}`,
    author: '',
    title: '',
    text: '',
    link: '',
    publishedAt: null,
    updatedAt: null,
    rating: null,
    answer: '',
    answeredAt: null,
    problem: 'This review is not written as the others are and cannot be read.',
  };
}
