import { createHash } from 'node:crypto';
import type { ReviewField } from '../../../../shared/contract/contract.ts';
import { folded } from '../../../../shared/names.ts';
import type { Table } from '../../exchange/csv-read.ts';
import { readRating } from './table-ratings.ts';

/** What each column of a table of reviews holds. */
export type ReviewColumns = { column: string; field: ReviewField }[];

const answering =
  '(reply|replied|response|respon(ded|se)|answer|owner|antwort|reponse|risposta|respuesta)';
const timing =
  '(date|time|datum|zeit|quand|fecha|created|published|posted|submitted|\\bat\\b|\\bon\\b)';

/** What the headers of such tables are called, in a few languages. The first that fits decides. */
const headers: [ReviewField, RegExp][] = [
  ['answerDate', new RegExp(`${answering}.*${timing}|${timing}.*${answering}`)],
  [
    'ignore',
    /photo|image|avatar|picture|helpful|likes?$|votes|^(language|lang|sprache)$|verified|status/,
  ],
  ['id', /\b(id|identifier|uuid|guid)$/],
  ['link', /\b(url|link|permalink)\b/],
  ['answer', new RegExp(answering)],
  [
    'rating',
    /rating|\bstars?\b|score|sterne|^bewertung$|\bpunkte|\bnote\b|etoiles|stelle|\bvoto\b|puntuacion|estrellas|valutazione|punteggio|calificacion/,
  ],
  ['date', new RegExp(`${timing}|^(data|when|wann)$`)],
  ['title', /title|headline|subject|betreff|uberschrift|\btitel|titre|titolo|titulo|summary/],
  [
    'author',
    /reviewer|author|guest|customer|client|\buser|\bname|kunde|\bgast\b|verfasser|auteur|autore|\bnome\b|nombre|nutzer|written by|^from$|^who$|^von$/,
  ],
  [
    'text',
    /review|comment|text|body|content|feedback|message|kommentar|rezension|bewertungstext|\bavis\b|recensione|commento|opinion|resena|comentario|testimonial|words|said/,
  ],
];

/** Fields that several columns may make up together. */
const shared = new Set<ReviewField>(['ignore', 'author', 'text']);

/** Guesses what each column holds: from its header, else from what stands in it. */
export function guessColumns({ columns, rows }: Table): ReviewColumns {
  const taken = new Set<ReviewField>();
  const byHeader = columns.map((column) => {
    const field = fieldOfHeader(column);
    return field === undefined ? undefined : once(field, taken);
  });
  return columns.map((column, index) => {
    const known = byHeader[index];
    if (known !== undefined) return { column, field: known };
    const cells = rows.slice(0, 50).map((row) => row[index] ?? '');
    const field = fieldOfCells(cells);
    const isFree = !taken.has(field);
    if (isFree) taken.add(field);
    return { column, field: isFree ? field : 'ignore' };
  });
}

function once(field: ReviewField, taken: Set<ReviewField>): ReviewField {
  if (taken.has(field) && !shared.has(field)) return 'ignore';
  taken.add(field);
  return field;
}

function fieldOfHeader(column: string): ReviewField | undefined {
  const header = folded(column)
    .replace(/[_.\-:]+/g, ' ')
    .trim();
  return headers.find(([, pattern]) => pattern.test(header))?.[0];
}

function fieldOfCells(cells: readonly string[]): ReviewField {
  const filled = cells.filter(Boolean);
  const most = (test: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length > filled.length / 2;
  if (most((cell) => /^https?:\/\//.test(cell))) return 'link';
  if (most((cell) => /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}/.test(cell))) return 'date';
  if (most((cell) => readRating(cell) !== null && cell.length <= 12)) return 'rating';
  if (most((cell) => cell.length > 40)) return 'text';
  return most((cell) => /^\p{L}[\p{L}\p{M}\s.,'’-]{1,39}$/u.test(cell)) ? 'author' : 'ignore';
}

/**
 * Whether a table is one of reviews, and not of people: it has ratings beside words or days, or a
 * header that speaks of reviews.
 */
export function isTableOfReviews(table: Table): boolean {
  const guessed = guessColumns(table);
  const fields = new Set(guessed.map(({ field }) => field));
  const rating = guessed.findIndex(({ field }) => field === 'rating');
  const cells = table.rows.map((row) => row[rating] ?? '').filter(Boolean);
  const rates = cells.filter((cell) => readRating(cell) !== null).length * 2 > cells.length;
  const speaksOfIt = table.columns.some((column) =>
    /review|rezension|recensione|resena|\bavis\b|feedback|testimonial/.test(folded(column)),
  );
  const rated = rates && (fields.has('text') || fields.has('date'));
  return rated || (speaksOfIt && fields.has('text'));
}

/** What a table of these columns is remembered by. */
export function signatureOf(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 24);
}
