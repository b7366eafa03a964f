import type { Host } from '../core/host.ts';
import type { Log } from '../starting/log.ts';
import type { FromCore, HostCall, HostCalls, ToCore } from './messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(problem: Error): void;
}

/**
 * The core's side of the machine: what it asks goes to the main process, which alone may notify,
 * open links and reach the keychain.
 */
export function createHostInCore(tell: (message: FromCore) => void) {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  function ask<Name extends keyof HostCalls>(
    name: Name,
    ...given: Parameters<HostCalls[Name]>
  ): Promise<ReturnType<HostCalls[Name]>> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: (value) => resolve(value as never), reject });
      tell({ kind: 'host', id, call: { name, given } as HostCall });
    });
  }

  return {
    /** The host for a house; its log is the data folder's. */
    speaking: (_dataFolder: string, log: Log): Host => ({
      notify(notice) {
        ask('notify', notice).catch((problem) => log('A notice could not be shown', problem));
      },
      openLink: (address) => ask('openLink', address),
      secrets: {
        read: (name) => ask('readSecret', name),
        keep: (name, secret) => ask('keepSecret', name, secret),
        forget: (name) => ask('forgetSecret', name),
      },
      log,
    }),
    answered({ id, value, problem }: Extract<ToCore, { kind: 'answer' }>): void {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (problem !== undefined) asked?.reject(new Error(problem));
      else asked?.resolve(value);
    },
  };
}
