import {
  app,
  MessageChannelMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import type { VersionState } from '../../shared/contract/contract.ts';
import type { MachineState } from '../core/machine-state.ts';
import type { FromCore, HostCall, ToCore } from './messages.ts';

export interface CoreConnectionOptions {
  /** The built file of the core's process. */
  entry: string;
  /** The arguments with which the program was started. */
  args: string[];
  /** Where the core writes its log. */
  logFolder: string;
  /** Answers what the core asks of the machine. */
  machine: (call: HostCall) => unknown;
  /** The house cannot be opened; `address` is where it is open in a browser. */
  refused(sentence: string, address?: string): void;
  /** The core's process has failed; `again` when it was started anew. */
  failed(again: boolean): void;
}

/** The core's process as the main process knows it. */
export interface CoreConnection {
  /** Hands a page its own port to the core; the one before is closed with its page. */
  connect(page: WebContents): void;
  /** Tells the core what was chosen on a notice, by its number. */
  chosen(number: number, action: string): void;
  /** Lets no reminder come until tomorrow, or lets them come again. */
  pause(on: boolean): void;
  /** Tells the core how the machine is. */
  heed(state: MachineState): void;
  /** Tells the core how it stands with a newer version. */
  version(state: VersionState): void;
  /** Closes the house cleanly; settles when its process has ended. */
  close(): Promise<void>;
}

/** How long a clean closing may take, in milliseconds. */
const closingLimit = 10_000;

/** Starts the core in a process of its own; one that fails is started anew once. */
export function startCore(options: CoreConnectionOptions): CoreConnection {
  let core: UtilityProcess | undefined;
  let page: WebContents | undefined;
  let ended = () => {};
  let closing = false;
  let refused = false;
  let failures = 0;

  const tell = (message: ToCore) => core?.postMessage(message);

  function start(): void {
    const started = utilityProcess.fork(options.entry, options.args, {
      serviceName: 'Porchlight',
      env: {
        ...process.env,
        PORCHLIGHT_LOGS: options.logFolder,
        PORCHLIGHT_INSTALLED: app.isPackaged ? 'yes' : 'no',
      },
      stdio: 'inherit',
    });
    core = started;
    started.on('message', (message: FromCore) => void receive(message));
    started.once('exit', () => {
      core = undefined;
      ended();
      if (closing || refused) return;
      failures += 1;
      if (failures === 1) {
        start();
        if (page && !page.isDestroyed()) connect(page);
      }
      options.failed(failures === 1);
    });
  }

  async function receive(message: FromCore): Promise<void> {
    if (message.kind === 'refused') {
      refused = true;
      options.refused(message.sentence, message.address);
    }
    if (message.kind === 'host') {
      const { id } = message;
      try {
        tell({ kind: 'answer', id, value: await options.machine(message.call) });
      } catch (problem) {
        const words = problem instanceof Error ? problem.message : 'unknown';
        tell({ kind: 'answer', id, problem: words });
      }
    }
  }

  function connect(to: WebContents): void {
    page = to;
    const { port1, port2 } = new MessageChannelMain();
    core?.postMessage({ kind: 'port' } satisfies ToCore, [port1]);
    to.postMessage('porchlight:port', null, [port2]);
  }

  start();
  return {
    connect,
    pause: (on) => tell({ kind: 'pause', on }),
    heed: (state) => tell({ kind: 'machine', state }),
    version: (state) => tell({ kind: 'version', state }),
    chosen: (number, action) => tell({ kind: 'chosen', number, action }),
    close() {
      closing = true;
      if (!core) return Promise.resolve();
      const limit = setTimeout(() => core?.kill(), closingLimit);
      return new Promise((resolve) => {
        ended = () => {
          clearTimeout(limit);
          resolve();
        };
        tell({ kind: 'close' });
      });
    },
  };
}
