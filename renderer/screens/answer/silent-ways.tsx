import { Button } from '@mantine/core';
import type { Mention } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import classes from './answer.module.css';

interface SilentWaysProps {
  voice: Mention;
  duty: 'attorney' | 'health';
  onWords: (text: string) => void;
}

/**
 * The ways that are open to somebody bound to silence (ABA Formal Opinion 496): to say nothing, to
 * ask the host to take it down, to invite a private word, or a plain sentence.
 */
export function SilentWays({ voice, duty, onWords }: SilentWaysProps) {
  const { done, failed } = useDoing();
  const whom = duty === 'attorney' ? 'a client' : 'a patient';
  const leave = () =>
    client.mentions
      .mark({ ids: [voice.id], state: 'noted' })
      .then(({ step }) => done('Left without an answer', step), failed);
  const open = () => client.house.open({ address: voice.address }).catch(failed);
  return (
    <Card title="Bound to silence" tone="calm">
      <p className={classes.quiet}>
        Even a harsh word does not free you to say that somebody is or was {whom}. These ways are
        open to you:
      </p>
      <div className={classes.buttons}>
        <Button variant="default" size="compact-md" onClick={() => void leave()}>
          Say nothing
        </Button>
        {voice.address && (
          <Button variant="default" size="compact-md" onClick={() => void open()}>
            Ask the site to take it down
          </Button>
        )}
        <Button
          variant="default"
          size="compact-md"
          onClick={() =>
            onWords(
              'Thank you for writing. Please telephone or write to our office; we would be glad to listen.',
            )
          }
        >
          Invite a private word
        </Button>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onWords('Professional considerations do not allow us to respond here.')}
        >
          The plain sentence
        </Button>
      </div>
    </Card>
  );
}
