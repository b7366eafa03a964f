import type { Row } from '../../database/connection.ts';
import { clean } from '../clean.ts';
import { escapeText } from '../entities.ts';
import { wordsKey } from '../hearing/same-voice.ts';
import { contentHash } from '../identity.ts';
import { authorKeyOf, type Matcher } from '../match.ts';
import type { Heard } from '../sources/source-kind.ts';
import { shareOf, toneOf } from '../tone.ts';
import type { FileReview } from './review.ts';

/** A review of a file as an item like every other, cleaned. */
export function heardIn(review: FileReview): Heard {
  const item = clean({
    guid: review.guid,
    guidIsLink: false,
    link: review.link || null,
    title: escapeText(review.title || wordless(review)),
    html: escapeText(review.text).replace(/\r?\n/g, '<br>'),
    base: null,
    author: escapeText(review.author),
    authorAddress: null,
    publishedAt: review.publishedAt,
    updatedAt: review.updatedAt,
    rating: review.rating,
    commentsFeed: null,
    inReplyTo: null,
    language: null,
  });
  return { ...item, network: '', handle: '' };
}

/** A rating without a word still says something in a list. */
function wordless({ text, rating }: FileReview): string {
  return text || !rating ? '' : `${rating.value} of ${rating.best}, without words`;
}

/** The columns of a mention that say what was said: those that change when it is edited. */
export function wordsRow(item: Heard): Row {
  const share = item.rating ? shareOf(item.rating) : null;
  return {
    address: item.link ?? '',
    canonical: item.canonicalLink ?? '',
    title: item.title,
    html: item.html,
    text: item.text,
    updated_at: item.updatedAt,
    content_hash: contentHash(item),
    words_key: wordsKey(item.title, item.text),
    rating_value: item.rating?.value ?? null,
    rating_best: item.rating?.best ?? null,
    rating_worst: item.rating?.worst ?? null,
    rating_share: share,
    tone: toneOf(item.title, item.text, share),
  };
}

/** A new mention's whole row. */
export function mentionRow(
  item: Heard,
  known: { id: string; sourceId: string; identity: string; now: number },
  matcher: Matcher,
): Row & { id: string } {
  const authorKey = authorKeyOf(item);
  const match = matcher.match(item.author ?? '', authorKey);
  return {
    id: known.id,
    source_id: known.sourceId,
    identity: known.identity,
    guid: item.guid ?? '',
    ...wordsRow(item),
    author: item.author ?? '',
    author_key: authorKey,
    published_at: item.publishedAt,
    received_at: known.now,
    matched_customer_id: match.certain,
    likely_customer_id: match.likely,
    likely_why: match.why,
  };
}
