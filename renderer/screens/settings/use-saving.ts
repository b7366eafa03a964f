import type { SettingsChanges } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';

/** Saves a setting as soon as it is changed, with an undo; a refusal is told and changes nothing. */
export function useSaving(): (changes: SettingsChanges, words?: string) => Promise<boolean> {
  const { attempt } = useDoing();
  return async (changes, words = 'Saved') =>
    Boolean(await attempt(client.settings.save(changes), words));
}
