import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { useSyncExternalStore } from 'react';

/** How the way to the core is: still opening, open, or lost since. */
export type ConnectionState = 'opening' | 'open' | 'lost';

export type Carrier = ClientLink<ClientContext>;

/** What every call is refused with while there is no core to answer it. */
export class ConnectionLost extends Error {
  constructor() {
    super('Porchlight has been closed. Start it again and this page will wake up.');
    this.name = 'ConnectionLost';
  }
}

/**
 * The one way to the core, whatever carries it. A carrier (connection-port, connection-socket)
 * reports `opened` with a link and `lost` when it closes; calls made before the first opening
 * wait for it, calls made while it is lost are refused at once, and so are those left open.
 */
export class Connection implements Carrier {
  #state: ConnectionState = 'opening';
  #carrier: Carrier | undefined;
  readonly #unanswered = new Set<(reason: Error) => void>();
  readonly #waiting = new Set<() => void>();
  readonly #watchers = new Set<() => void>();

  get state(): ConnectionState {
    return this.#state;
  }

  opened(carrier: Carrier): void {
    this.#refuseUnanswered();
    this.#carrier = carrier;
    this.#become('open');
  }

  lost(): void {
    this.#carrier = undefined;
    this.#become('lost');
    this.#refuseUnanswered();
  }

  /** Calls the watcher on every change; gives back what ends it. */
  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    if (this.#state === 'opening') await new Promise<void>((go) => this.#waiting.add(go));
    const carrier = this.#carrier;
    if (!carrier) throw new ConnectionLost();

    // A closed port swallows what is posted to it, so no answer may be waited for without an end.
    let refuse: (reason: Error) => void = () => {};
    const cut = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    this.#unanswered.add(refuse);
    try {
      return await Promise.race([carrier.call(path, input, options), cut]);
    } catch (problem) {
      throw this.#carrier === carrier ? problem : new ConnectionLost();
    } finally {
      this.#unanswered.delete(refuse);
    }
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const go of this.#waiting) go();
    this.#waiting.clear();
    for (const watcher of this.#watchers) watcher();
  }

  #refuseUnanswered(): void {
    for (const refuse of this.#unanswered) refuse(new ConnectionLost());
    this.#unanswered.clear();
  }
}

/** The window's connection. */
export const connection = new Connection();

/** How the way to the core is, for the banner of the frame. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(connection.watch, () => connection.state);
}

const watchNetwork = (watcher: () => void) => {
  window.addEventListener('online', watcher);
  window.addEventListener('offline', watcher);
  return () => {
    window.removeEventListener('online', watcher);
    window.removeEventListener('offline', watcher);
  };
};

/** Whether the machine says that it has no network at all. */
export function useOffline(): boolean {
  return useSyncExternalStore(watchNetwork, () => !navigator.onLine);
}
