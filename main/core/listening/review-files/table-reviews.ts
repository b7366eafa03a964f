import { createHash } from 'node:crypto';
import type { ReviewField } from '../../../../shared/contract/contract.ts';
import type { Table } from '../../exchange/csv-read.ts';
import { type FileReview, nothingInIt } from './review.ts';
import type { ReviewColumns } from './table-columns.ts';
import { datesReader } from './table-dates.ts';
import { guessBest, isUnrated, onScale, readRating, scaleTo } from './table-ratings.ts';

/** How a table is to be read. */
export interface TableReading {
  columns: ReviewColumns;
  /** The best rating of its scale; null when it is to be guessed. */
  best: number | null;
  country: string;
  now: number;
}

/** The reviews of a table, and the scale on which they were read. */
export function reviewsInTable(
  table: Table,
  { columns, best, country, now }: TableReading,
): { reviews: FileReview[]; best: number | null } {
  const indexes = (field: ReviewField) =>
    table.columns.flatMap((column, index) =>
      columns.some((one) => one.column === column && one.field === field) ? [index] : [],
    );
  const cells = (field: ReviewField, join: string) => {
    const where = indexes(field);
    return (row: readonly string[]) =>
      where
        .map((index) => (row[index] ?? '').trim())
        .filter(Boolean)
        .join(join);
  };
  const author = cells('author', ' ');
  const title = cells('title', ' ');
  const text = cells('text', '\n\n');
  const rated = cells('rating', ' ');
  const rating = (row: readonly string[]) => (isUnrated(rated(row)) ? '' : rated(row));
  const date = cells('date', ' ');
  const id = cells('id', ' ');
  const link = cells('link', ' ');
  const answer = cells('answer', '\n\n');
  const answerDate = cells('answerDate', ' ');

  const ratings = table.rows.flatMap((row) => readRating(rating(row)) ?? []);
  const top = best ?? guessBest(ratings);
  const scale = scaleTo(top ?? 5, ratings);
  const when = datesReader(table.rows.map(date), country, now);
  const whenAnswered = datesReader(table.rows.map(answerDate), country, now);

  const reviews = table.rows.map((row, index): FileReview => {
    const stars = readRating(rating(row));
    const onIt = stars && onScale(stars, scale);
    const words = text(row) || title(row);
    return {
      row: index + 1,
      guid: identityOf(id(row), [author(row), date(row), title(row), text(row)]),
      author: author(row),
      title: title(row),
      text: text(row),
      link: /^https?:\/\//i.test(link(row)) ? link(row) : '',
      publishedAt: when(date(row)),
      updatedAt: null,
      rating: onIt,
      answer: answer(row),
      answeredAt: whenAnswered(answerDate(row)),
      problem: problemOf(words, rating(row), stars !== null, onIt !== null, scale.best),
    };
  });
  return { reviews, best: top };
}

function identityOf(id: string, told: readonly string[]): string {
  if (id) return `id:${id}`;
  return `hash:${createHash('sha256').update(JSON.stringify(told)).digest('base64url')}`;
}

function problemOf(
  words: string,
  rating: string,
  isRating: boolean,
  fits: boolean,
  best: number,
): string | null {
  if (isRating && !fits) return `The rating ${rating} is more than the scale to ${best} has.`;
  if (rating && !isRating) return `“${rating.slice(0, 60)}” is no rating that can be read.`;
  return words === '' && !rating ? nothingInIt : null;
}
