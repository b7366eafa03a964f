import type { ReviewField } from '../../../../shared/contract/contract.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { guessMapping } from '../../exchange/csv-mapping.ts';
import { readTable, type Table } from '../../exchange/csv-read.ts';
import { type FileText, fileText } from '../../exchange/file-text.ts';
import { isArchive, textsInArchive } from './archive.ts';
import type { ReviewList } from './review.ts';
import {
  guessColumns,
  isTableOfReviews,
  type ReviewColumns,
  signatureOf,
} from './table-columns.ts';
import { reviewsInTable } from './table-reviews.ts';
import { readTakeout } from './takeout.ts';

/** A file that was dropped or named, as it comes. */
export interface DroppedFile {
  fileName: string;
  /** Its bytes in base64 (RFC 4648). */
  content: string;
  /** Said when a table that looks like people is one of reviews. */
  as?: 'reviews' | undefined;
  /** What each column of a table holds, where the guess was put right. */
  columns?: { column: string; field: ReviewField }[] | undefined;
  /** The best rating of its scale, where the guess was put right. */
  best?: number | undefined;
  /** Under what its voices shall be heard; empty leaves it to us. */
  sourceName?: string | undefined;
}

/** How a table of these columns was read the last time. */
export interface RememberedTable {
  columns: ReviewColumns;
  best: number | null;
  sourceName: string;
}

/** What reading needs to know. */
export interface ReadingNeeds {
  country: string;
  now: number;
  rememberedFor: (signature: string) => RememberedTable | null;
}

/** A file, read. */
export type FileRead =
  | { holds: 'people'; sure: boolean }
  | { holds: 'sources' }
  | { holds: 'reviews'; lists: ReviewList[]; table: TableRead | null };

/** How a table was read. */
export interface TableRead {
  signature: string;
  columns: ReviewColumns;
  examples: string[];
  best: number | null;
  isRemembered: boolean;
}

/** What a file holds, told by what stands in it and not by its name. Refuses what nobody can read. */
export function readDroppedFile(file: DroppedFile, needs: ReadingNeeds): FileRead {
  const bytes = Buffer.from(file.content, 'base64');
  if (isArchive(bytes)) {
    const texts = textsInArchive(bytes, /(^|\/)reviews[^/]*\.json$/i);
    if (texts.length === 0) {
      throw new Refusal(
        'unreadable',
        'There are no reviews in this archive. In Google Takeout choose “Google Business Profile”.',
        'content',
      );
    }
    return { holds: 'reviews', lists: readTakeout(texts, needs.now), table: null };
  }
  const text = fileText(file.content);
  const start = text.text.slice(0, 4000);
  if (/^\s*BEGIN:VCARD/im.test(text.text)) return { holds: 'people', sure: true };
  if (/<opml[\s>]/i.test(start)) return { holds: 'sources' };
  if (/^\s*[[{]/.test(start)) {
    return { holds: 'reviews', lists: readTakeout([text.text], needs.now), table: null };
  }
  const table = text.text.includes('\u0000') ? null : readTable(text as FileText);
  if (!table || table.rows.length === 0 || /^\s*<(\?xml|!doctype|html)/i.test(start)) {
    throw new Refusal(
      'unreadable',
      `Porchlight cannot read ${file.fileName || 'this file'}. It reads reviews from Google Takeout, tables (CSV), lists of feeds (OPML) and address books (vCard).`,
      'content',
    );
  }
  return readTableFile(file, table, needs);
}

function readTableFile(file: DroppedFile, table: Table, needs: ReadingNeeds): FileRead {
  const signature = signatureOf(table.columns);
  const remembered = needs.rememberedFor(signature);
  const isSaid = file.as === 'reviews' || file.columns !== undefined || remembered !== null;
  if (!isSaid && !isTableOfReviews(table)) return { holds: 'people', sure: isPlainlyPeople(table) };
  const columns = file.columns ?? remembered?.columns ?? guessColumns(table);
  const { reviews, best } = reviewsInTable(table, {
    columns,
    best: file.best ?? remembered?.best ?? null,
    country: needs.country,
    now: needs.now,
  });
  const name = file.sourceName || remembered?.sourceName || nameOf(file.fileName);
  return {
    holds: 'reviews',
    lists: [{ address: `file:table/${encodeURIComponent(name)}`, name, home: '', reviews }],
    table: {
      signature,
      columns,
      examples: table.columns.map(
        (_, index) => table.rows.find((row) => row[index])?.[index] ?? '',
      ),
      best,
      isRemembered: remembered !== null && !file.columns,
    },
  };
}

/** People are plain by how they are reached, or by their two names. */
function isPlainlyPeople(table: Table): boolean {
  const fields = new Set(guessMapping(table).map(({ field }) => field));
  return fields.has('phone') || fields.has('email') || fields.has('givenName');
}

/** What a list is called by its file: without the ending, and without days and numbers. */
function nameOf(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/[\d._()-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words ? words[0]?.toLocaleUpperCase() + words.slice(1) : 'Reviews';
}
