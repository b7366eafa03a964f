import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the house writes into its data folder; what else lies there is none of its business. */
const ours = [
  'porchlight.db',
  'porchlight.db-wal',
  'porchlight.db-shm',
  'lock.db',
  'window-lock.json',
  'open-at.json',
  'secrets.json',
  'secrets-keychain.json',
  'backups',
  'desktop',
  'journal',
  'logs',
  'passing',
  'set-aside',
];

/**
 * Takes what lies in the data folder already out of others' reach, however it came there (a copy,
 * another program's restoring). Windows knows no such modes: there a folder inherits its list of
 * who may read it, and that of the usual place, the person's roaming data, names them, the system
 * and the administrators only.
 */
export function keepForOwner(dataFolder: string): void {
  if (process.platform === 'win32') return;
  for (const name of ours) close(join(dataFolder, name));
}

function close(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if ((found.isFile() || found.isDirectory()) && found.mode & 0o077) {
    chmodSync(path, found.isDirectory() ? 0o700 : 0o600);
  }
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) close(join(path, name));
}
