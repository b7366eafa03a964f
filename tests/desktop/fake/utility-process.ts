import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { MessagePortMain } from './message-port-main.ts';

/** Around the real core's process: what Electron puts there, over Node's own thread. */
interface Arrived {
  message: unknown;
  ports: MessagePort[];
}

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    parentPort?.postMessage(message);
  }
}

const port = new ParentPort();
const waiting: Arrived[] = [];
const deliver = ({ message, ports }: Arrived) =>
  port.emit('message', { data: message, ports: ports.map((one) => new MessagePortMain(one)) });

parentPort?.on('message', (arrived: Arrived) => {
  if (port.listenerCount('message') > 0) deliver(arrived);
  else waiting.push(arrived);
});
// Electron keeps what arrives until somebody listens.
port.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => waiting.splice(0).forEach(deliver));
});

Object.defineProperty(process, 'parentPort', { value: port });
// A thread may not change it for its process.
process.umask = () => 0;

await import('../../../main/desktop/core-process.ts');
