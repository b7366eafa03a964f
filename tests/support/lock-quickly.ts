import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bytesOf } from '../../main/core/passphrase.ts';
import { keepLock } from '../../main/core/window-lock/kept-lock.ts';

/** Locks a folder with as little work as scrypt allows, where its cost is not what is tested. */
export async function lockQuickly(folder: string, passphrase: string, idleMinutes = 0) {
  const work = { n: 2, r: 1, p: 1 };
  const salt = randomBytes(16);
  const print = (await bytesOf(passphrase, work, salt, 32)).toString('base64');
  const lock = { format: 1, kdf: 'scrypt', ...work, salt: salt.toString('base64') } as const;
  keepLock(join(folder, 'window-lock.json'), { ...lock, print, idleMinutes });
}
