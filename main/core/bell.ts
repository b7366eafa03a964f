import { EventPublisher } from '@orpc/server';
import type { HouseEvent } from '../../shared/contract/contract.ts';

/** The one stream of events: the core rings, whoever listens hears. */
export interface Bell {
  ring(event: HouseEvent): void;
  /** Hears everything from now on until `signal` ends it. */
  listen(signal?: AbortSignal): AsyncGenerator<HouseEvent, void>;
}

/** A bell that keeps the last 1,000 events for a listener that is slow. */
export function createBell(): Bell {
  const publisher = new EventPublisher<{ event: HouseEvent }>({ maxBufferedEvents: 1000 });
  return {
    ring: (event) => publisher.publish('event', event),
    async *listen(signal) {
      for await (const event of publisher.subscribe('event', { signal })) yield event;
    },
  };
}
