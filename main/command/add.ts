import type { Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from './answer.ts';

/** `porchlight add <address>`: the first source found there is listened to from now on. */
export async function add(client: Client, address: string): Promise<Answer> {
  const found = await client.sources.preview({ address });
  const preview = found.find(({ already }) => already === null) ?? found[0];
  if (!preview) {
    throw new Refusal('not-found', 'There is nothing to listen to at that address.');
  }
  const { kind, name, address: at } = preview;
  if (preview.already) {
    return {
      json: { id: preview.already, kind, name, address: at, already: true },
      text: `“${name}” is among the sources already.`,
      code: 0,
    };
  }
  const { id } = await client.sources.add({ address: at, kind, name });
  return {
    json: { id, kind, name, address: at, already: false },
    text: `Listening to “${name}” from now on: ${at}`,
    code: 0,
  };
}
