import type { SettingsChanges } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';

/** Saves a setting as soon as it is changed, with an undo; a refusal is told and changes nothing. */
export function useSaving(): (changes: SettingsChanges, words?: string) => Promise<boolean> {
  const { done, failed } = useDoing();
  return async (changes, words = 'Saved') => {
    try {
      const { step } = await client.settings.save(changes);
      done(words, step);
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  };
}
