import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { cleanAll, readEach, type Said } from './json-answer.ts';
import { askWithKey, field, keyMissing, keyRefused } from './keyed.ts';
import type { SourceKind, Visited } from './source-kind.ts';

const service = 'https://api.content.tripadvisor.com/api/v1/location';

/** The language in which reviews are asked for, by the country of the site that was pasted. */
const languages: Record<string, string> = {
  at: 'de',
  br: 'pt',
  ch: 'de',
  de: 'de',
  dk: 'da',
  es: 'es',
  fr: 'fr',
  it: 'it',
  jp: 'ja',
  mx: 'es',
  nl: 'nl',
  pt: 'pt',
  se: 'sv',
};

const review = z.object({
  id: z.coerce.string(),
  lang: z.string().nullish(),
  published_date: z.string().nullish(),
  rating: z.coerce.number(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  user: z.object({ username: z.string().nullish() }).nullish(),
});

/** A place's reviews on Tripadvisor: the newest five (tripadvisor-content-api.readme.io). */
export const tripadvisor: SourceKind = {
  kind: 'tripadvisor',
  asks: 'api.content.tripadvisor.com',
  recognise(typed) {
    const found =
      /^(?:https?:\/\/)?(?:www\.)?tripadvisor\.([a-z.]{2,6})(\/[A-Za-z_]+-g\d+-d\d+[\w.-]*)/i.exec(
        typed.trim(),
      );
    return found ? `https://www.tripadvisor.${found[1]?.toLowerCase()}${found[2]}` : null;
  },
  describe: () => 'Reviews on Tripadvisor: the newest five.',
  async visit(visit) {
    const key = await visit.key('tripadvisor');
    if (!key) return keyMissing('tripadvisor');
    const parameters = new URLSearchParams({
      key: field(key, 'key'),
      language: languages[new URL(visit.address).hostname.split('.').at(-1) ?? ''] ?? 'en',
    });
    const place = /-d(\d+)/.exec(visit.address)?.[1];
    const answer = await askWithKey(
      visit,
      'tripadvisor',
      { address: `${service}/${place}/reviews?${parameters}` },
      (status) => {
        if (status === 403) {
          return keyRefused('tripadvisor', status, 'It may not allow your internet address.');
        }
        return status === 404 || status === 400
          ? {
              outcome: 'unreadable',
              sentence: 'Tripadvisor knows no place at this address.',
              status,
            }
          : null;
      },
    );
    if (answer.outcome !== 'json') return answer;
    const page = z.object({ data: z.unknown() }).safeParse(answer.json);
    const reviews = page.success ? readEach(page.data.data, review) : [];
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        reviews.map((one) => toSaid(one, visit.now)),
      ),
      title: `Tripadvisor: ${nameIn(visit.address)}`,
      home: visit.address,
      remember: visit.remembered,
      ttlMinutes: null,
      freshFor: answer.freshFor,
      status: answer.status,
    } satisfies Visited;
  },
};

/** The name of the place as the address spells it. */
function nameIn(address: string): string {
  const name = /-Reviews-(.+?)(?:-[^-]*)?(?:\.html)?$/.exec(address)?.[1] ?? '';
  return name.replaceAll('_', ' ') || (/-d(\d+)/.exec(address)?.[1] ?? '');
}

function toSaid(one: z.infer<typeof review>, now: number): Said {
  return {
    item: {
      guid: one.id,
      link: one.url ?? null,
      title: escapeText(one.title ?? ''),
      html: escapeText(one.text).replace(/\r?\n/g, '<br>'),
      author: escapeText(one.user?.username ?? ''),
      publishedAt: readDate(one.published_date, now),
      rating: one.rating > 0 ? { value: one.rating, worst: 1, best: 5 } : null,
      language: one.lang ?? null,
    },
    network: 'tripadvisor',
    handle: one.user?.username ?? '',
  };
}
