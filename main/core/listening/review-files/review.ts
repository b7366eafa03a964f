import type { ParsedRating } from '../parsed.ts';

/** A review as a file has it, before anything is kept. Times are milliseconds since the epoch. */
export interface FileReview {
  /** Its place in the file, from 1. */
  row: number;
  /** What makes it the same review the next time. */
  guid: string;
  author: string;
  title: string;
  /** In the reviewer's own words and language. */
  text: string;
  link: string;
  publishedAt: number | null;
  updatedAt: number | null;
  rating: ParsedRating | null;
  /** What we said to it, empty when nothing. */
  answer: string;
  answeredAt: number | null;
  /** Why it cannot be taken, in a sentence; null when it can. */
  problem: string | null;
}

/** The reviews of a file that belong to one place or list: what becomes one source. */
export interface ReviewList {
  /** The source's address; the same list has the same one the next time. */
  address: string;
  name: string;
  home: string;
  reviews: FileReview[];
}

/** Why a review without anything in it is not taken. */
export const nothingInIt = 'There are no words and no rating here.';
