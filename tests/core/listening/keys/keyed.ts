import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeyService } from '../../../../shared/wording/source-keys.ts';
import type { OpenedHouse } from '../../../support/open-house.ts';
import type { FarEndForEach } from '../far-end-for-each.ts';

/** A house with a key, kept as the window would keep it; what goes to `origin` goes to the far end. */
export async function houseWithKey(
  far: FarEndForEach,
  service: KeyService,
  values: Record<string, string>,
  origin: string,
): Promise<OpenedHouse> {
  const opened = await far.routed(origin);
  await opened.client.sources.keepKey({ service, values });
  return opened;
}

/** A far end's answer that refuses, with what it says about it as JSON. */
export const refusing =
  (status: number, said: unknown, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(JSON.stringify(said));

/** What the card of the first source says of its health. */
export const healthWords = async ({ client }: OpenedHouse) =>
  (await client.sources.list())[0]?.healthWords;

/** Every voice that was heard. */
export const voices = async ({ client }: OpenedHouse) => (await client.mentions.list({})).rows;
