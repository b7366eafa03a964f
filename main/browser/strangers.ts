import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Guard } from './guard.ts';

/** Connections that are kept although nobody has shown the cookie over them. */
const mostStrangers = 128;

/**
 * Keeps room for the person's own browser, however many others connect and dawdle: beyond the most,
 * the connection that has been strange for longest makes room for the next.
 */
export function boundStrangers(server: Server, guard: () => Guard): void {
  const strangers = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    strangers.add(socket);
    socket.once('close', () => strangers.delete(socket));
    const [longest] = strangers;
    if (strangers.size > mostStrangers) longest?.destroy();
  });
  const know = (request: IncomingMessage) => {
    if (!guard().turnAway(request)) strangers.delete(request.socket);
  };
  server.on('request', know);
  server.on('upgrade', know);
}
