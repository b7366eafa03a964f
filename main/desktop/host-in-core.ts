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
  /** What hears the choice on a notice, by its number. */
  const choices = new Map<number, (action: string) => void>();
  let last = 0;
  let lastNotice = 0;

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
      notify(notice, answered) {
        lastNotice += 1;
        const number = lastNotice;
        if (notice.actions?.length) choices.set(number, answered);
        return ask('notify', { ...notice, number });
      },
      showStanding(standing) {
        ask('showStanding', standing).catch((problem) => log('The tray failed', problem));
      },
      takeHabits(habits) {
        ask('takeHabits', habits).catch((problem) => log('The habits were not taken', problem));
      },
      newVersion: (step) => ask('newVersion', step),
      spellingLanguages: () => ask('spellingLanguages'),
      takeShortcut: (keys) => ask('takeShortcut', keys),
      openLink: (address) => ask('openLink', address),
      secrets: {
        read: (name) => ask('readSecret', name),
        keep: (name, secret) => ask('keepSecret', name, secret),
        forget: (name) => ask('forgetSecret', name),
      },
      log,
    }),
    chosen({ number, action }: Extract<ToCore, { kind: 'chosen' }>): void {
      const answered = choices.get(number);
      choices.delete(number);
      answered?.(action);
    },
    answered({ id, value, problem }: Extract<ToCore, { kind: 'answer' }>): void {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (problem !== undefined) asked?.reject(new Error(problem));
      else asked?.resolve(value);
    },
  };
}
