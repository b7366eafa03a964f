import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../core/host.ts';

const kept = z.record(z.string(), z.string());

/** How a secret is hidden in its file; as it is where the machine has no keychain for us. */
export interface Wrapping {
  /** The file's name: what one keychain wrapped, nobody else can read. */
  file: string;
  wrap(secret: string): Promise<string>;
  unwrap(wrapped: string): Promise<string>;
}

const bare: Wrapping = {
  file: 'secrets.json',
  wrap: async (secret) => secret,
  unwrap: async (wrapped) => wrapped,
};

/** Secrets in a file of their own in the data folder, readable by its owner alone. */
export function createSecretsFile(dataFolder: string, wrapping: Wrapping = bare): Host['secrets'] {
  const path = join(dataFolder, wrapping.file);

  const read = (): Map<string, string> => {
    try {
      return new Map(Object.entries(kept.parse(JSON.parse(readFileSync(path, 'utf8')))));
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') {
        return new Map();
      }
      throw problem;
    }
  };
  const write = (secrets: Map<string, string>) => {
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(secrets)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };

  return {
    read: async (name) => {
      const wrapped = read().get(name);
      return wrapped === undefined ? undefined : wrapping.unwrap(wrapped);
    },
    keep: async (name, secret) => {
      const wrapped = await wrapping.wrap(secret);
      write(read().set(name, wrapped));
    },
    forget: async (name) => {
      const secrets = read();
      if (secrets.delete(name)) write(secrets);
    },
  };
}
