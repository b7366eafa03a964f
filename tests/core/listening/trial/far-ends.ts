import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { answerOf, rssOf } from './answers.ts';
import { channelOf, planTown, type TrialSource } from './town.ts';

/**
 * The far end of the great trial, a process of its own: one server on 127.0.0.1 for every origin
 * that the town's sources ask. It is told the day, and when the network is pulled or put back.
 */
export type ToFarEnds = { type: 'day'; day: number } | { type: 'pull' } | { type: 'put back' };
export type FromFarEnds =
  | { type: 'ready'; routes: { from: string; to: string }[] }
  | { type: 'done' };

const town = planTown(Number(process.argv[2] ?? 60));
const bomb = gzipSync(Buffer.alloc(120_000_000));
const megabyte = Buffer.alloc(1_000_000, '<item><title>x</title></item>');
const servers = new Map<string, { server: Server; port: number }>();
let day = 1;
const timesAsked = new Map<number, number>();

/** The source that is meant by what an origin was asked. */
function sourceAt(origin: string, url: URL): TrialSource | undefined {
  const here = town.filter((source) => source.origins.includes(origin));
  if (here.length === 1) return here[0];
  const path = `${url.pathname}${url.search}`;
  return here.find(
    ({ index }) =>
      path.includes(channelOf(index)) ||
      new RegExp(`(?:\\bu|/id=|/feeds?/|/accounts/)${index}(?!\\d)`).test(decodeURIComponent(path)),
  );
}

function answer(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', origin);
  const source = sourceAt(origin, url);
  if (!source) return void response.writeHead(404).end();
  if (source.fault) {
    answerFaulty(source, origin, request, response);
    return;
  }
  const times = (timesAsked.get(source.index) ?? 0) + 1;
  timesAsked.set(source.index, times);
  // Now and then YouTube knows nothing of its own channels.
  if (source.kind === 'youtube' && url.pathname.startsWith('/feeds') && times % 3 === 0) {
    response.writeHead(404).end();
    return;
  }
  const found = answerOf(source, day, url);
  if (!found) return void response.writeHead(404).end();
  response.setHeader('content-type', found.type).end(found.body);
}

function answerFaulty(
  source: TrialSource,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const feed = rssOf(source, day);
  const first = day === 1;
  switch (source.fault) {
    case '429 with Retry-After':
      return void (first
        ? response.writeHead(429, { 'retry-after': '1800' }).end()
        : response.end(feed));
    case '429 without Retry-After':
      return void (first ? response.writeHead(429).end() : response.end(feed));
    case '403':
      return void (first ? response.writeHead(403).end('Are you human?') : response.end(feed));
    case '304 for ever':
      if (request.headers['if-none-match']) return void response.writeHead(304).end();
      return void response.setHeader('etag', '"for ever"').end(feed);
    case '301':
      if (origin.includes('new')) return void response.end(feed);
      return void response
        .writeHead(301, { location: `${source.origins[1]}/feed/${source.index}` })
        .end();
    case '410':
      return void response.writeHead(410).end();
    case '500 that heals':
      return void (first ? response.writeHead(500).end() : response.end(feed));
    case 'a hang':
      if (!first) response.end(feed);
      return;
    case 'a gzip bomb':
      return void response.setHeader('content-encoding', 'gzip').end(bomb);
    case 'a body of 50 MB':
      pour(response, 50);
      return;
    case 'a wrong charset':
      return void response
        .setHeader('content-type', 'text/xml; charset=utf-8')
        .end(iconv.encode(feed, 'windows-1252'));
    case 'cut off in the middle':
      if (!first) return void response.end(feed);
      response.writeHead(200, { 'content-length': String(feed.length * 2) });
      return void response.write(feed.slice(0, feed.length / 2), () => response.destroy());
    case 'a changed guid':
      return void response.end(rssOf(source, day, (one) => `${one.link}#${day}`));
    case 'one guid for all':
      return void response.end(rssOf(source, day, () => 'the same'));
    case 'a wall for robots':
      return void response.end('<!doctype html><html><title>One moment</title></html>');
    case 'redirects without end':
      return void response.writeHead(302, { location: `/feed/${source.index}` }).end();
    case 'nonsense':
      return void response.end(Buffer.from([0, 255, 7, 200, 13, 0, 99]));
    default:
      return void response.end(
        rssOf(
          source,
          day,
          undefined,
          (one) =>
            ['Thu, 01 Jan 1970 00:00:00 GMT', 'Sun, 31 Mar 2097 10:00:00 GMT', '', 'yesterday'][
              one.number % 4
            ] ?? '',
        ),
      );
  }
}

/** Pours so many megabytes, as fast as they are taken. */
function pour(response: ServerResponse, megabytes: number): void {
  if (megabytes === 0 || response.destroyed) return void response.end();
  if (response.write(megabyte)) setImmediate(() => pour(response, megabytes - 1));
  else response.once('drain', () => pour(response, megabytes - 1));
}

async function open(origin: string, port: number): Promise<void> {
  const server = createServer((request, response) => answer(origin, request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  servers.set(origin, { server, port: (server.address() as AddressInfo).port });
}

async function pull(): Promise<void> {
  const closing = [...servers.values()].map(
    ({ server }) => new Promise<void>((resolve) => server.close(() => resolve())),
  );
  for (const { server } of servers.values()) server.closeAllConnections();
  await Promise.all(closing);
}

function tell(message: FromFarEnds): void {
  process.send?.(message);
}

process.on('message', async (message: ToFarEnds) => {
  if (message.type === 'day') day = message.day;
  else if (message.type === 'pull') await pull();
  else await Promise.all([...servers].map(([origin, { port }]) => open(origin, port)));
  tell({ type: 'done' });
});
process.on('disconnect', () => process.exit());

await Promise.all(
  [...new Set(town.flatMap((source) => source.origins))].map((one) => open(one, 0)),
);
tell({
  type: 'ready',
  routes: [...servers].map(([from, { port }]) => ({ from, to: `http://127.0.0.1:${port}` })),
});
