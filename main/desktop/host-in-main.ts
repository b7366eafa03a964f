import { safeStorage, shell } from 'electron';
import { openableLink } from '../../shared/openable-link.ts';
import type { Habits, Standing, VersionStep } from '../core/host.ts';
import { createSecretsFile, type Wrapping } from '../starting/secrets-file.ts';
import { listSpellingLanguages } from './habits.ts';
import type { HostCall } from './messages.ts';
import { createDesktopNotices, type NoticeEvents } from './notices.ts';

export interface MachineOptions extends NoticeEvents {
  dataFolder: string;
  /** Shows how the house stands: the tray, the badge. */
  standing(standing: Standing): void;
  /** Takes keys of the whole machine; answers whether they could be had. */
  takeShortcut(keys: string): boolean;
  /** Takes up what the settings ask of the machine. */
  habits(habits: Habits): void;
  /** Does a step towards a newer version. */
  newVersion(step: VersionStep): Promise<void>;
}

/** The machine's side of what the core asks. Answers with the call's value. */
export function createMachine(options: MachineOptions) {
  const { dataFolder, standing, takeShortcut, habits, newVersion, ...events } = options;
  const notices = createDesktopNotices(events);
  const secrets = createSecretsFile(dataFolder, keychain);
  return (call: HostCall): unknown => {
    switch (call.name) {
      case 'notify':
        return notices.show(...call.given);
      case 'showStanding':
        return standing(...call.given);
      case 'takeShortcut':
        return takeShortcut(...call.given);
      case 'takeHabits':
        return habits(...call.given);
      case 'newVersion':
        return newVersion(...call.given);
      case 'spellingLanguages':
        return listSpellingLanguages();
      case 'openLink':
        return openLink(...call.given);
      case 'readSecret':
        return secrets.read(...call.given);
      case 'keepSecret':
        return secrets.keep(...call.given);
      case 'forgetSecret':
        return secrets.forget(...call.given);
    }
  };
}

/** Opens a link in the person's own program, once it has been parsed. Answers whether it could. */
export async function openLink(address: string): Promise<boolean> {
  const link = openableLink(address);
  if (!link) return false;
  return shell.openExternal(link).then(
    () => true,
    () => false,
  );
}

/** Secrets as the platform's keychain wraps them; in base64 (RFC 4648). */
const keychain: Wrapping = {
  file: 'secrets-keychain.json',
  async wrap(secret) {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) {
      throw new Error('This machine has no keychain that is open');
    }
    return (await safeStorage.encryptStringAsync(secret)).toString('base64');
  },
  async unwrap(wrapped) {
    return (await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'))).result;
  },
};
