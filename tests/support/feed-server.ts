import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type FarEnd, startFarEnd } from '../core/listening/far-end.ts';

export interface FeedItem {
  /** Its lasting identity; the title when absent. */
  id?: string;
  title: string;
  text?: string;
  author?: string;
  /** The path of a picture in it. */
  picture?: string;
  /** RFC 3339. */
  published?: string;
}

/** How a path misbehaves. */
export type Fault = 'gone' | 'broken' | 'hangs-up' | 'silent' | 'no-feed';

/** A server of feeds on 127.0.0.1, with conditional requests (RFC 9110, 13) and faults by path. */
export interface FeedServer {
  origin: string;
  /** Serves an Atom feed there from now on; again for an edited one. */
  feed(path: string, title: string, items: FeedItem[]): string;
  /** A page that names a feed (autodiscovery). */
  page(path: string, feedPath: string): string;
  /** A picture of one point. */
  picture(path: string): void;
  fault(path: string, fault: Fault): string;
  /** The status codes that a path was answered with so far. */
  answered(path: string): number[];
  close(): Promise<void>;
}

/** The smallest picture there is (GIF89a). */
const onePoint = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');

export async function startFeedServer(): Promise<FeedServer> {
  const far = await startFarEnd();
  const statuses = new Map<string, number[]>();
  const note = (path: string, status: number) =>
    statuses.set(path, [...(statuses.get(path) ?? []), status]);
  return {
    origin: far.origin,
    feed(path, title, items) {
      const body = atom(far, path, title, items);
      const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      far.at(path, (request, response) => {
        const known = request.headers['if-none-match'] === tag;
        note(path, known ? 304 : 200);
        response.writeHead(known ? 304 : 200, {
          'Content-Type': 'application/atom+xml',
          ETag: tag,
        });
        response.end(known ? undefined : body);
      });
      return far.origin + path;
    },
    page(path, feedPath) {
      far.at(path, (_request, response) => {
        note(path, 200);
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(
          `<!doctype html><title>A shop</title><link rel="alternate" type="application/atom+xml" href="${feedPath}">`,
        );
      });
      return far.origin + path;
    },
    picture(path) {
      far.at(path, (_request, response) => {
        note(path, 200);
        response.writeHead(200, { 'Content-Type': 'image/gif' }).end(onePoint);
      });
    },
    fault(path, fault) {
      far.at(path, (_request, response) => misbehave(response, fault, (code) => note(path, code)));
      return far.origin + path;
    },
    answered: (path) => statuses.get(path) ?? [],
    close: () => far.close(),
  };
}

function misbehave(response: ServerResponse, fault: Fault, note: (status: number) => void): void {
  switch (fault) {
    case 'gone':
      note(410);
      response.writeHead(410).end('gone');
      break;
    case 'broken':
      note(500);
      response.writeHead(500).end('broken');
      break;
    case 'no-feed':
      note(200);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Only words here.</p>');
      break;
    case 'hangs-up':
      note(0);
      response.destroy();
      break;
    case 'silent':
      note(0);
      break;
  }
}

function atom({ origin }: FarEnd, path: string, title: string, items: FeedItem[]): string {
  const entries = items.map((item) => {
    const address = `${origin}/items/${encodeURIComponent(item.id ?? item.title)}`;
    return [
      '<entry>',
      `<id>${escaped(address)}</id>`,
      `<title>${escaped(item.title)}</title>`,
      `<link href="${escaped(address)}"/>`,
      `<updated>${item.published ?? '2026-03-01T09:00:00Z'}</updated>`,
      item.author ? `<author><name>${escaped(item.author)}</name></author>` : '',
      item.picture
        ? `<content type="html">${escaped(`<p>${item.text}</p><img src="${origin}${item.picture}" alt="A picture">`)}</content>`
        : `<content type="text">${escaped(item.text ?? item.title)}</content>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escaped(origin + path)}</id><title>${escaped(title)}</title>`,
    '<updated>2026-03-01T09:00:00Z</updated>',
    ...entries,
    '</feed>',
  ].join('\n');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
