import { RPCLink } from '@orpc/client/websocket';
import { contractProtocol } from '../../shared/pass.ts';
import type { Connection } from './connection.ts';

/** Milliseconds before each new attempt; the last one repeats. */
const pauses = [300, 700, 1500, 3000, 6000, 10_000];

/** The core's address on the page's own origin: `/contract`, as a socket. */
export function socketAddress(page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/contract`;
}

/**
 * The browser shell's way: a WebSocket that opens itself again with growing pauses, and at once
 * when the person comes back to the page. `pass` is what the shell wants to see beside its cookie.
 * Gives back what ends it.
 */
export function connectBySocket(
  connection: Connection,
  address: string,
  pass: () => string,
): () => void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  let ended = false;

  const open = () => {
    clearTimeout(timer);
    timer = undefined;
    // Asked for each time: another tab may have been let in anew. An empty protocol is none.
    const mine = new WebSocket(address, [contractProtocol, pass()].filter(Boolean));
    socket = mine;
    // Blobs are read asynchronously, and would let later messages overtake earlier ones.
    mine.binaryType = 'arraybuffer';
    mine.addEventListener('open', () => {
      attempts = 0;
      connection.opened(new RPCLink({ websocket: mine }));
    });
    mine.addEventListener('close', () => {
      if (ended || socket !== mine) return;
      socket = undefined;
      connection.lost();
      timer = setTimeout(open, pauses[Math.min(attempts, pauses.length - 1)]);
      attempts += 1;
    });
  };

  const hurry = () => {
    if (!ended && timer !== undefined && document.visibilityState === 'visible') open();
  };

  open();
  window.addEventListener('focus', hurry);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  return () => {
    ended = true;
    clearTimeout(timer);
    window.removeEventListener('focus', hurry);
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
    socket?.close();
  };
}
