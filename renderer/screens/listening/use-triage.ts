import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import type { MentionState, Tone } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { snoozeChoices } from '../../parts/snooze-choices.ts';
import { type Filter, stateName, tones } from './states.ts';
import type { Departures } from './use-departures.ts';

export interface Voice {
  id: string;
  starred: boolean;
}

/** What can be done with voices, one or many, each with its undo. */
export function useTriage(filter: Filter, departures: Departures) {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const last = useRef('');

  /** Does it and says so; what was said of the one before gives way. */
  async function act(
    voices: readonly Voice[],
    said: string,
    leaves: boolean,
    work: (ids: string[]) => Promise<{ step: string }>,
  ): Promise<void> {
    const ids = voices.map(({ id }) => id);
    if (ids.length === 0) return;
    try {
      const { step } = await (leaves ? departures.during(ids, () => work(ids)) : work(ids));
      notifications.hide(last.current);
      last.current = `step:${step}`;
      done(ids.length === 1 ? said : `${said}: ${ids.length} voices`, step);
    } catch (problem) {
      failed(problem);
    }
  }

  const leavesAs = (state: MentionState) =>
    filter !== 'all' && filter !== 'starred' && filter !== state;

  return {
    leavesAs,
    isLeaving: departures.isLeaving,
    mark: (voices: readonly Voice[], state: MentionState) =>
      act(voices, state === 'new' ? 'New again' : stateName[state], leavesAs(state), (ids) =>
        client.mentions.mark({ ids, state }),
      ),
    star: (voices: readonly Voice[]) => {
      const starred = voices.some((voice) => !voice.starred);
      return act(
        voices,
        starred ? 'Starred' : 'Star taken off',
        filter === 'starred' && !starred,
        (ids) => client.mentions.star({ ids, starred }),
      );
    },
    snooze: (voices: readonly Voice[], until = snoozeChoices(today)[0]?.day ?? today) =>
      act(voices, 'Put off', filter === 'new', (ids) => client.mentions.snooze({ ids, until })),
    tone: (voices: readonly Voice[], tone: Tone) => {
      const words = tones.find((one) => one.tone === tone)?.words ?? '';
      return act(voices, words, false, (ids) => client.mentions.tone({ ids, tone }));
    },
    join: (voices: readonly Voice[]) =>
      act(voices, 'One conversation', false, (ids) => client.mentions.join({ ids })),
    makeCustomer: (voice: Voice & { author: string; authorHandle: string }) =>
      act(
        [voice],
        `${voice.author || voice.authorHandle} is on the street now`,
        false,
        ([id = '']) => client.mentions.makeCustomer({ id }),
      ),
    openPage: (address: string) => {
      if (address) void client.house.open({ address }).catch(failed);
    },
  };
}

export type Triage = ReturnType<typeof useTriage>;
