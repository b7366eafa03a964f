import type { OpenAt } from './folder-lock.ts';

/**
 * Asks the browser shell that has the folder open for a fresh one-time address; undefined when
 * it is another shell, or does not answer.
 */
export async function freshAddress({ address, secret }: OpenAt): Promise<string | undefined> {
  if (!address || !secret) return undefined;
  try {
    const answer = await fetch(`${address}/again`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
