import { RPCLink } from '@orpc/client/message-port';
import type { Connection } from './connection.ts';

/**
 * Electron's way: the preload posts `porchlight:port` with the port of the core's process, again
 * whenever that process had to be started anew. `porchlight:ready` tells the preload that
 * somebody is listening. Gives back what ends it.
 */
export function connectByPort(connection: Connection): () => void {
  let current: MessagePort | undefined;

  const receive = (event: MessageEvent) => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== 'porchlight:port' || !port) return;
    current = port;
    port.addEventListener('close', () => {
      if (current === port) connection.lost();
    });
    const link = new RPCLink({ port });
    port.start();
    connection.opened(link);
  };

  window.addEventListener('message', receive);
  window.postMessage('porchlight:ready', '*');
  return () => {
    window.removeEventListener('message', receive);
    current?.close();
  };
}
