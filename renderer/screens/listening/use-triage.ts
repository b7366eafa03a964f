import type { MentionState } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { snoozeChoices } from '../../parts/snooze-choices.ts';
import { stateName } from './states.ts';

interface Voice {
  id: string;
  starred: boolean;
}

/** What can be done with a voice, each with its undo. */
export function useTriage() {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  return {
    mark: (voice: Voice, state: MentionState) =>
      client.mentions
        .mark({ ids: [voice.id], state })
        .then(({ step }) => done(stateName[state], step), failed),
    star: (voice: Voice) =>
      client.mentions
        .star({ ids: [voice.id], starred: !voice.starred })
        .then(({ step }) => done(voice.starred ? 'Star taken off' : 'Starred', step), failed),
    snooze: (voice: Voice, until = snoozeChoices(today)[0]?.day ?? today) =>
      client.mentions
        .snooze({ ids: [voice.id], until })
        .then(({ step }) => done('Put off', step), failed),
    openPage: (address: string) => client.house.open({ address }).catch(failed),
  };
}

export type Triage = ReturnType<typeof useTriage>;
