import type { Client } from '../../shared/contract/contract.ts';
import type { Answer } from './answer.ts';

/** `porchlight search <words>`: what has these words in it, best first. */
export async function search(client: Client, words: string): Promise<Answer> {
  const { hits } = await client.search.find({ words, limit: 50 });
  const lines = hits.map(({ kind, title, excerpt }) => {
    const more = excerpt && excerpt !== title ? `: ${excerpt.replaceAll(/\s+/g, ' ')}` : '';
    return `${kind.padEnd(12)} ${title}${more}`;
  });
  return {
    json: { words, hits },
    text: lines.length > 0 ? lines.join('\n') : `Nothing has “${words}” in it.`,
    code: 0,
  };
}
