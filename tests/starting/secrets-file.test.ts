import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSecretsFile } from '../../main/starting/secrets-file.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('secrets', () => {
  it('are kept, read and forgotten, also by the next start', async () => {
    const folder = temporaryFolder();
    const secrets = createSecretsFile(folder);
    expect(await secrets.read('mastodon')).toBeUndefined();
    await secrets.keep('mastodon', 'a key');
    await secrets.keep('__proto__', 'another');
    const next = createSecretsFile(folder);
    expect(await next.read('mastodon')).toBe('a key');
    await next.forget('mastodon');
    expect(await next.read('mastodon')).toBeUndefined();
    expect(await createSecretsFile(folder).read('constructor')).toBeUndefined();
  });

  it('are wrapped before they reach the disk', async () => {
    const folder = temporaryFolder();
    const secrets = createSecretsFile(folder, {
      file: 'wrapped.json',
      wrap: async (secret) => secret.split('').reverse().join(''),
      unwrap: async (wrapped) => wrapped.split('').reverse().join(''),
    });
    await secrets.keep('mastodon', 'a key');
    expect(readFileSync(join(folder, 'wrapped.json'), 'utf8')).toContain('yek a');
    expect(await secrets.read('mastodon')).toBe('a key');
  });

  it('are never overwritten when they cannot be read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'secrets.json'), 'garbage');
    await expect(createSecretsFile(folder).keep('mastodon', 'a key')).rejects.toThrow();
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('garbage');
  });

  it.skipIf(process.platform === 'win32')('are for their owner alone', async () => {
    const folder = temporaryFolder();
    await createSecretsFile(folder).keep('mastodon', 'a key');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
});
