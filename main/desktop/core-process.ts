import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessageEvent } from 'electron';
import { Refusal } from '../../shared/refusal.ts';
import type { House } from '../core/core.ts';
import { heedMachine } from '../core/machine-state.ts';
import { pauseReminders } from '../core/reminders/pause.ts';
import { router } from '../core/router.ts';
import { FolderInUse } from '../starting/folder-lock.ts';
import { freshAddress } from '../starting/fresh-address.ts';
import { type OpenHouse, openHouse } from '../starting/open-house.ts';
import { readWindowOptions } from '../starting/options.ts';
import { createHostInCore } from './host-in-core.ts';
import type { FromCore, ToCore } from './messages.ts';

/**
 * The core's own process in the desktop shell: opens the house, answers the contract on every
 * port that the main process hands over, and closes when it is told to.
 */
const { parentPort } = process;
const tell = (message: FromCore) => parentPort.postMessage(message);
const host = createHostInCore(tell);
const handler = new RPCHandler<House>(router);

const opened = open();
opened.then(() => tell({ kind: 'ready' }), refuse);
parentPort.on('message', receive);

function open(): Promise<OpenHouse> {
  const options = readWindowOptions(process.argv.slice(2), { lenient: true });
  return openHouse(options, {
    kind: 'desktop',
    gathersByItself: true,
    hostIn: host.speaking,
    logFolder: process.env.PORCHLIGHT_LOGS,
    installed: process.env.PORCHLIGHT_INSTALLED === 'yes',
  });
}

async function refuse(problem: unknown): Promise<void> {
  if (!(problem instanceof Refusal)) throw problem;
  const address =
    problem instanceof FolderInUse && problem.openAt && (await freshAddress(problem.openAt));
  tell({ kind: 'refused', sentence: problem.message, address: address || undefined });
}

function receive({ data, ports }: MessageEvent): void {
  const message = data as ToCore;
  if (message.kind === 'answer') host.answered(message);
  if (message.kind === 'chosen') host.chosen(message);
  if (message.kind === 'pause') {
    void opened.then(({ house }) => house.lock.isLocked() || pauseReminders(house, message.on));
  }
  if (message.kind === 'machine') {
    void opened.then(({ house }) => heedMachine(house, message.state));
  }
  if (message.kind === 'version') {
    void opened.then(({ house }) => house.versions.heard(message.state));
  }
  if (message.kind === 'close') void close();
  const [port] = ports;
  if (message.kind === 'port' && port) {
    opened.then(
      ({ house }) => carry(house, port),
      () => port.close(),
    );
  }
}

type Port = MessageEvent['ports'][number];

function carry(house: House, port: Port): void {
  handler.upgrade(port as SupportedMessagePort, { context: house });
  port.start();
}

async function close(): Promise<void> {
  await opened.then(
    (house) => house.close(),
    () => undefined,
  );
  process.exit(0);
}
