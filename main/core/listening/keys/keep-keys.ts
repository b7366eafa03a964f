import * as z from 'zod';
import type { SourceKeyState } from '../../../../shared/contract/contract.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import {
  type KeyService,
  keyOfKind,
  keyServices,
  keyWording,
} from '../../../../shared/wording/source-keys.ts';
import type { House } from '../../core.ts';
import { all, type Connection } from '../../database/connection.ts';
import type { Host } from '../../host.ts';
import type { SourceKey } from '../sources/source-kind.ts';

const kept = z.record(z.string(), z.string());

/** Under which name the host keeps a service's key. */
function secretName(service: KeyService): string {
  return `source-key:${service}`;
}

/** A service's key out of the host's keeping, or null when there is none. */
export async function readKey(
  host: Pick<Host, 'secrets'>,
  service: KeyService,
): Promise<SourceKey | null> {
  const secret = await host.secrets.read(secretName(service));
  return secret === undefined ? null : kept.parse(JSON.parse(secret));
}

/** Which keys are here; of each only what is no secret, such as the handle it belongs to. */
export async function listKeys({ host }: Pick<House, 'host'>): Promise<SourceKeyState[]> {
  return Promise.all(
    keyServices.map(async ({ service, fields }) => {
      const key = await readKey(host, service);
      const open = fields.filter(({ secret }) => !secret).map(({ name }) => key?.[name] ?? '');
      return { service, kept: key !== null, about: open.filter(Boolean).join(' ') };
    }),
  );
}

/**
 * Keeps a key with the host, never in the database, and asks again at once what waited for it.
 * Refuses one with a field missing.
 */
export async function keepKey(
  house: Pick<House, 'host' | 'bell' | 'connection' | 'gatherer'>,
  service: KeyService,
  values: Record<string, string>,
): Promise<void> {
  const key: Record<string, string> = {};
  for (const { name, label } of keyWording(service).fields) {
    const value = tidied(service, name, values[name] ?? '');
    if (value === '') {
      throw new Refusal('invalid', `Please fill in “${label}” as well.`, name);
    }
    key[name] = value;
  }
  await house.host.secrets.keep(secretName(service), JSON.stringify(key));
  house.bell.ring({ type: 'changed', topics: ['source_key'] });
  const waiting = sourcesOf(house.connection, service);
  if (waiting.length > 0) house.gatherer.gather({ ids: waiting, all: false });
}

/** What people paste along with a key: spaces, an at sign, a whole address for a server's name. */
function tidied(service: KeyService, name: string, value: string): string {
  const text = value.trim();
  if (name === 'handle') return text.replace(/^@/, '');
  if (service === 'mastodon' && name === 'server') {
    const whole = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^.*@/, '')}`;
    return URL.canParse(whole) ? new URL(whole).host : '';
  }
  return text.replace(/\s+/g, '');
}

/** Forgets a key. What was gathered with it stays. */
export async function forgetKey(
  { host, bell }: Pick<House, 'host' | 'bell'>,
  service: KeyService,
): Promise<void> {
  await host.secrets.forget(secretName(service));
  bell.ring({ type: 'changed', topics: ['source_key'] });
}

/** The sources that are gathered with a service's key. */
function sourcesOf(connection: Connection, service: KeyService): string[] {
  return all<{ id: string; kind: string }>(
    connection,
    'SELECT id, kind FROM source WHERE removed_at IS NULL AND paused = 0',
  )
    .filter(({ kind }) => keyOfKind(kind) === service)
    .map(({ id }) => id);
}
