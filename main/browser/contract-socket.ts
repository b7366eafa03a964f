import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/websocket';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { contractProtocol } from '../../shared/pass.ts';
import type { House } from '../core/core.ts';
import { router } from '../core/router.ts';
import type { Log } from '../starting/log.ts';
import type { Guard } from './guard.ts';

/** A person has a few tabs open, not hundreds. */
const mostSockets = 32;
/** Room for the largest file that can be imported, in base64. */
const mostBytes = 64 * 1024 * 1024;

export interface ContractSocketOptions {
  house: House;
  guard: () => Guard;
  log: Log;
  /** How often each socket must give a sign of life, in milliseconds. */
  heartbeat?: number;
}

/** Carries the contract over a WebSocket (RFC 6455) at `/contract`. */
export interface ContractSocket {
  close(): void;
}

export function serveContract(server: Server, options: ContractSocketOptions): ContractSocket {
  const { house, guard, log, heartbeat = 30_000 } = options;
  const handler = new RPCHandler<House>(router);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostBytes,
    perMessageDeflate: false,
    // Never the pass: what is agreed upon is sent back.
    handleProtocols: (offered) => (offered.has(contractProtocol) ? contractProtocol : false),
  });
  const alive = new WeakSet<WebSocket>();

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = refusalOf(request, guard(), sockets.clients.size);
    if (refusal) refuse(stream, refusal);
    else sockets.handleUpgrade(request, stream, head, carry);
  });

  const carry = (socket: WebSocket) => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    // A frame that is malformed or too large; ws closes the socket with its own code.
    socket.on('error', (problem) => log('A socket was closed', problem));
    socket.on('close', () => handler.close(socket));
    socket.on('message', (data, isBinary) => {
      handler.message(socket, isBinary ? bytesOf(data) : String(data), { context: house }).catch(
        // A socket that is gone needs no answer; a message that cannot be read ends its socket.
        (problem: unknown) => {
          if (socket.readyState !== socket.OPEN) return;
          log('A message could not be read', problem);
          socket.close(1007);
        },
      );
    });
  };

  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, heartbeat);
  timer.unref();

  return {
    close() {
      clearInterval(timer);
      for (const socket of sockets.clients) socket.close(1001);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refusalOf(request: IncomingMessage, guard: Guard, open: number): number | undefined {
  const turned = guard.turnAway(request);
  if (turned) return turned;
  // Every browser says on an upgrade whose page asks (RFC 6455, 4.1); who does not is none.
  if (request.headers.origin === undefined) return 403;
  if (request.url !== '/contract') return 404;
  if (!guard.showsPass(request)) return 401;
  return open >= mostSockets ? 503 : undefined;
}

function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}

function bytesOf(data: RawData): ArrayBuffer {
  return new Uint8Array(Array.isArray(data) ? Buffer.concat(data) : data).buffer;
}
