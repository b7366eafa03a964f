import type { VersionState } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Bell } from '../bell.ts';
import type { Host, VersionStep } from '../host.ts';

/** What the house knows of a newer version; the shell finds it, fetches it and puts it in. */
export interface Versions {
  state(): VersionState;
  /** The shell has found out something. */
  heard(state: VersionState): void;
  /** Has the shell do a step that a person has asked for; refuses where it cannot. */
  ask(step: VersionStep): Promise<void>;
}

export function createVersions({ newVersion }: Host, bell: Bell): Versions {
  let known: VersionState = { stage: 'none', version: '', news: '', percent: 0 };
  return {
    state: () => known,
    heard(state) {
      known = state;
      bell.ring({ type: 'changed', topics: ['version'] });
    },
    async ask(step) {
      if (!newVersion || known.stage === 'none') {
        throw new Refusal('not-found', 'This Porchlight cannot look for new versions by itself.');
      }
      await newVersion(step);
    },
  };
}
