/** What the parse stage gives, whatever the format was. Times are milliseconds since the epoch. */

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'reviews';

/** A rating as its source states it. */
export interface ParsedRating {
  value: number;
  worst: number;
  best: number;
}

export interface ParsedItem {
  guid: string | null;
  /** Whether the guid is also the item's address. */
  guidIsLink: boolean;
  /** The absolute address where it can be, otherwise as it stands in the feed. */
  link: string | null;
  /** HTML, even when it holds no tags: plain-text titles are escaped. */
  title: string | null;
  /** HTML, not yet sanitised; plain text is escaped, its line breaks kept. */
  html: string | null;
  /** What relative links inside `html` are relative to. */
  base: string | null;
  author: string | null;
  /** The author's web or mail address, when one is given. */
  authorAddress: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  rating: ParsedRating | null;
  /** A feed of the replies to this item. */
  commentsFeed: string | null;
  /** What this item answers, when it says so. */
  inReplyTo: string | null;
  language: string | null;
}

export interface ParsedFeed {
  format: FeedFormat;
  /** Plain text. */
  title: string | null;
  home: string | null;
  /** HTML, not yet sanitised. */
  description: string | null;
  language: string | null;
  /** How long the feed asks to be left alone. */
  ttlMinutes: number | null;
  hub: string | null;
  items: ParsedItem[];
}

/** Why a text could not be read as a feed; a word for counting, not for people. */
export type UnreadableReason = 'empty' | 'a-web-page' | 'not-a-feed' | 'broken' | 'took-too-long';

/** A feed that could not be read. The message is for people. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(sentences[reason]);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}

const sentences: Record<UnreadableReason, string> = {
  empty: 'The address answered, but with nothing in it.',
  'a-web-page': 'This address leads to a web page, not to a feed.',
  'not-a-feed': 'The address answered with something that is not a feed.',
  broken: 'The feed is too damaged to be read.',
  'took-too-long': 'The feed took too long to read and was set aside.',
};
