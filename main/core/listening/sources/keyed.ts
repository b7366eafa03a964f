import { type KeyService, keyWording } from '../../../../shared/wording/source-keys.ts';
import { decode } from '../decode.ts';
import type { FetchRequest } from '../fetch-types.ts';
import type { Failure, SourceKey, Visit, Visited } from './source-kind.ts';

type Fruitless = Extract<Visited, { outcome: 'unreadable' }> | Failure;

/** What a service answered to a request with a key. */
export type KeyedAnswer =
  | { outcome: 'json'; json: unknown; status: number; freshFor: number | null }
  | Fruitless;

/** The visit's outcome while a key is missing. */
export function keyMissing(service: KeyService): Visited {
  return {
    outcome: 'unreadable',
    sentence: `This needs a key of your own (${keyWording(service).name}). Give it under Sources, “With a key of your own”.`,
    status: 0,
    needsKey: service,
  };
}

/** The visit's outcome when the service does not take the key. */
export function keyRefused(service: KeyService, status: number, why = ''): Fruitless {
  const sentence = `The key for “${keyWording(service).name}” was refused.${why ? ` ${why}` : ''} Give another one under Sources, “With a key of your own”.`;
  return { outcome: 'unreadable', sentence, status, needsKey: service };
}

/**
 * Asks a service with a key. No redirect is followed, so that the key goes nowhere else. `refused`
 * says what the service's own refusals mean; what it does not know keeps its usual sentence, but
 * a plain 401 always means the key.
 */
export async function askWithKey(
  visit: Visit,
  service: KeyService,
  request: Pick<FetchRequest, 'address' | 'headers' | 'body'>,
  refused: (status: number, said: string, failure: Failure) => Fruitless | null = () => null,
): Promise<KeyedAnswer> {
  const answer = await visit.fetch({
    accept: 'application/json',
    followRedirects: false,
    readsRefusal: true,
    ...request,
  });
  if (answer.outcome === 'failed') {
    const { said = '', ...failure } = answer;
    if (answer.kind !== 'http' || answer.status === null) return failure;
    const known = refused(answer.status, said, failure);
    return known ?? (answer.status === 401 ? keyRefused(service, 401) : failure);
  }
  const { status, freshFor } = answer;
  const unreadable: Fruitless = {
    outcome: 'unreadable',
    sentence: 'The website answered with something unreadable.',
    status,
  };
  if (answer.outcome === 'unchanged') return unreadable;
  try {
    const json: unknown = JSON.parse(decode(answer.bytes, answer.contentType));
    return { outcome: 'json', json, status, freshFor };
  } catch {
    return unreadable;
  }
}

/** A field of a key, empty when it is not there. */
export function field(key: SourceKey, name: string): string {
  return key[name] ?? '';
}
