import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on 127.0.0.1 that answers as the test says and remembers what it was asked. */
export interface FarEnd {
  origin: string;
  requests: IncomingMessage[];
  /** What is at a path from now on. */
  at(path: string, handler: Handler | string): void;
  close(): Promise<void>;
}

export async function startFarEnd(): Promise<FarEnd> {
  const handlers = new Map<string, Handler>();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const handler = handlers.get(request.url ?? '/') ?? handlers.get(path);
    if (handler) return handler(request, response);
    response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    at(path, handler) {
      handlers.set(
        path,
        typeof handler === 'string' ? (_request, response) => response.end(handler) : handler,
      );
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
