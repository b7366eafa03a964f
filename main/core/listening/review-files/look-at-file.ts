import type { FileLook } from '../../../../shared/contract/contract.ts';
import type { House } from '../../core.ts';
import { readSettings } from '../../settings/settings.ts';
import { decode } from '../decode.ts';
import { readOpml } from '../opml.ts';
import { knownReviews } from './known.ts';
import { type DroppedFile, readDroppedFile } from './read-file.ts';
import { rememberedTable } from './remembered.ts';

/** How many reviews are shown, and how many of those that cannot be taken. */
const mostShown = 8;
const mostProblems = 100;

/** Shows what a file holds: reviews, sources or people. Keeps nothing; refuses in words. */
export function lookAtFile(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  file: DroppedFile,
): FileLook {
  const read = readDroppedFile(file, {
    country: readSettings(connection).country,
    now: clock.now(),
    rememberedFor: (signature) => rememberedTable(connection, signature),
  });
  if (read.holds === 'people') return read;
  if (read.holds === 'sources') {
    const outlines = readOpml(decode(Buffer.from(file.content, 'base64'), null));
    return {
      holds: 'sources',
      total: outlines.length,
      names: outlines.slice(0, mostShown).map(({ name, address }) => name || address),
    };
  }
  const all = read.lists.flatMap((list) => {
    const known = knownReviews(connection, list.address);
    return list.reviews.map((review) => ({ ...review, already: known.has(review.guid) }));
  });
  const troubled = all.filter(({ problem }) => problem !== null);
  const shown = new Set([...all.slice(0, mostShown), ...troubled.slice(0, mostProblems)]);
  return {
    holds: 'reviews',
    sourceName: read.lists.map(({ name }) => name).join(', '),
    total: all.length,
    already: all.filter(({ already, problem }) => already && problem === null).length,
    problems: troubled.length,
    columns:
      read.table?.columns.map((column, index) => ({
        ...column,
        example: (read.table?.examples[index] ?? '').slice(0, 200),
      })) ?? null,
    best: read.table?.best ?? null,
    remembered: read.table?.isRemembered ?? false,
    reviews: [...shown].map((review) => ({
      row: review.row,
      author: review.author,
      title: review.title,
      text: review.text.slice(0, 400),
      publishedAt: review.publishedAt,
      rating: review.rating,
      answer: review.answer.slice(0, 400),
      already: review.already,
      problem: review.problem,
    })),
  };
}
