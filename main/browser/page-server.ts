import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { passMark } from '../../shared/pass.ts';
import type { Log } from '../starting/log.ts';
import { contentPolicy, type WindowFiles } from '../starting/window-files.ts';
import { type Guard, sameText } from './guard.ts';
import { leadOn, notHere, stumbled, turnedAway, wayIn } from './plain-pages.ts';
import { boundStrangers } from './strangers.ts';

/** What the pages' server is made of. `guard` is asked for at each request. */
export interface PageServerOptions {
  guard: () => Guard;
  files: WindowFiles;
  /** With it, a second start asks for a fresh address (`POST /again`). */
  secret: string;
  log: Log;
  /** How long a caller may take over a request's headers, in milliseconds; twice that for all of it. */
  patience?: number;
}

/** Serves the window's files on the loopback, to the person's own browser and nobody else. */
export function createPageServer(options: PageServerOptions): Server {
  const { patience = 10_000 } = options;
  const server = createServer(
    {
      headersTimeout: patience,
      requestTimeout: patience * 2,
      keepAliveTimeout: patience / 2,
      connectionsCheckingInterval: patience / 5,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      answer(request, response, options).catch((problem: unknown) => {
        options.log('A page could not be served', problem);
        if (response.headersSent) response.destroy();
        else send(response, options.guard(), 500, stumbled);
      });
    },
  );
  boundStrangers(server, options.guard);
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { guard: currentGuard, files, secret }: PageServerOptions,
): Promise<void> {
  const guard = currentGuard();
  const stranger = guard.turnAwayStranger(request);
  if (stranger) return send(response, guard, stranger, turnedAway);

  const address = URL.parse(request.url ?? '', guard.origin);
  if (address?.origin !== guard.origin) return send(response, guard, 400, notHere);
  if (request.method === 'POST' && address.pathname === '/again') {
    if (!sameText(request.headers.authorization ?? '', `Bearer ${secret}`)) {
      return send(response, guard, 401, wayIn);
    }
    return send(response, guard, 200, guard.newAddress(), 'text/plain; charset=utf-8');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, guard, 405, turnedAway);
  }

  const key = address.searchParams.get('key');
  if (key !== null && address.pathname === '/' && guard.takeKey(key)) {
    response.setHeader('Set-Cookie', guard.cookieHeader);
    // A redirection would still count as coming from whatever opened the address, and a strict
    // cookie is not sent along then; this page's own step is.
    return send(response, guard, 200, leadOn(`/#${passMark}${guard.pass}`));
  }
  const turned = guard.turnAway(request);
  if (turned) return send(response, guard, turned, wayIn);
  // The key was used before, by this very browser, which has its pass: a reload, or a step back.
  if (key !== null) return send(response, guard, 200, leadOn('/'));

  const file = files(address.pathname);
  if (!file) return send(response, guard, 404, notHere);
  const content = await readFile(file.path);
  // Only what was read is kept for good.
  if (file.lasting) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  return send(response, guard, 200, content, file.type);
}

function send(
  response: ServerResponse,
  guard: Guard,
  status: number,
  body: string | Buffer,
  type = 'text/html; charset=utf-8',
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader(
    'Content-Security-Policy',
    contentPolicy(`'self' ${guard.origin.replace('http:', 'ws:')}`),
  );
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
