import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Electron's MessagePortMain over Node's port: silent until it is started, events with ports. */
export class MessagePortMain extends EventEmitter {
  readonly port: MessagePort;
  #waiting: unknown[] | undefined = [];

  constructor(port: MessagePort) {
    super();
    this.port = port;
    port.on('message', (data) => {
      if (this.#waiting) this.#waiting.push(data);
      else this.emit('message', { data, ports: [] });
    });
    port.on('close', () => this.emit('close'));
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  postMessage(message: unknown): void {
    this.port.postMessage(message);
  }

  close(): void {
    this.port.close();
  }
}

/** Electron's MessageChannelMain; its ports are handed on before anybody listens to them. */
export class MessageChannelMain {
  readonly port1: { port: MessagePort };
  readonly port2: { port: MessagePort };

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = { port: port1 };
    this.port2 = { port: port2 };
  }
}
