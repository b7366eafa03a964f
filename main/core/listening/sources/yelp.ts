import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { cleanAll, readEach, type Said } from './json-answer.ts';
import { askWithKey, field, keyMissing, keyRefused } from './keyed.ts';
import type { SourceKind, Visited } from './source-kind.ts';

const service = 'https://api.yelp.com/v3/businesses';
/** How long to wait when the day's allowance is used up and nothing else is said. */
const allowanceRest = 6 * 3_600_000;

const review = z.object({
  id: z.string(),
  url: z.string().nullish(),
  text: z.string(),
  rating: z.coerce.number(),
  time_created: z.string().nullish(),
  user: z.object({ name: z.string().nullish(), profile_url: z.string().nullish() }).nullish(),
});

/** A business's reviews on Yelp: the beginnings of up to three (docs.developer.yelp.com). */
export const yelp: SourceKind = {
  kind: 'yelp',
  asks: 'api.yelp.com',
  recognise(typed) {
    const found = /^(?:https?:\/\/)?(?:www\.|m\.)?yelp\.[a-z.]{2,6}\/biz\/([^/?#\s]+)/i.exec(
      typed.trim(),
    );
    return found ? `https://www.yelp.com/biz/${found[1]}` : null;
  },
  describe: () => 'Reviews on Yelp: the beginnings of three at a time.',
  async visit(visit) {
    const key = await visit.key('yelp');
    if (!key) return keyMissing('yelp');
    const business = new URL(visit.address).pathname.replace('/biz/', '');
    const answer = await askWithKey(
      visit,
      'yelp',
      {
        address: `${service}/${business}/reviews?sort_by=newest&limit=20`,
        headers: { authorization: `Bearer ${field(key, 'key')}` },
      },
      (status, said, failure) => {
        if (/ACCESS_LIMIT_REACHED/.test(said)) {
          const retryAfter = failure.retryAfter ?? allowanceRest;
          return {
            ...failure,
            sentence: 'The day’s allowance of your Yelp key is used up.',
            retryAfter,
          };
        }
        if (status === 403 || /TOKEN_|VALIDATION_ERROR.*Authorization/.test(said)) {
          return keyRefused('yelp', status);
        }
        return status === 404
          ? { outcome: 'unreadable', sentence: 'Yelp knows no business at this address.', status }
          : null;
      },
    );
    if (answer.outcome !== 'json') return answer;
    const page = z.object({ reviews: z.unknown() }).safeParse(answer.json);
    const reviews = page.success ? readEach(page.data.reviews, review) : [];
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        reviews.map((one) => toSaid(one, visit.now)),
      ),
      title: `Yelp: ${decodeURIComponent(business).replaceAll('-', ' ')}`,
      home: visit.address,
      remember: visit.remembered,
      ttlMinutes: null,
      freshFor: answer.freshFor,
      status: answer.status,
    } satisfies Visited;
  },
};

function toSaid(one: z.infer<typeof review>, now: number): Said {
  return {
    item: {
      guid: one.id,
      link: one.url ?? null,
      html: escapeText(one.text).replace(/\r?\n/g, '<br>'),
      author: escapeText(one.user?.name ?? ''),
      authorAddress: one.user?.profile_url ?? null,
      publishedAt: readDate(one.time_created, now),
      rating: one.rating > 0 ? { value: one.rating, worst: 1, best: 5 } : null,
    },
    network: 'yelp',
    handle: '',
  };
}
