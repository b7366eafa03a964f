import { Button } from '@mantine/core';
import type { MentionState } from '../../../shared/contract/contract.ts';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import classes from './listening.module.css';
import { stateName } from './states.ts';
import type { Chosen } from './use-chosen.ts';
import type { Triage } from './use-triage.ts';

const states: readonly MentionState[] = ['answered', 'noted', 'let-go'];

/** What to do with all the voices that are ticked. */
export function ChosenVoices({ chosen, triage }: { chosen: Chosen; triage: Triage }) {
  const voices = chosen.all;
  if (voices.length === 0) return null;
  const then = (work: Promise<void>) => {
    chosen.none();
    void work;
  };
  return (
    <section aria-label="Chosen voices" className={classes.chosen}>
      <p role="status">{voices.length === 1 ? 'One voice' : `${voices.length} voices`}</p>
      {states.map((state) => (
        <Button
          key={state}
          variant="default"
          size="compact-md"
          onClick={() => then(triage.mark(voices, state))}
        >
          {stateName[state]}
        </Button>
      ))}
      <Button variant="subtle" size="compact-md" onClick={() => then(triage.star(voices))}>
        Star
      </Button>
      <SnoozeMenu what="the chosen voices" onSnooze={(day) => then(triage.snooze(voices, day))} />
      {voices.length > 1 && (
        <Button variant="subtle" size="compact-md" onClick={() => then(triage.join(voices))}>
          Make one conversation
        </Button>
      )}
      <Button variant="subtle" size="compact-md" onClick={chosen.none}>
        Choose none
      </Button>
    </section>
  );
}
