import { Button } from '@mantine/core';
import type { Answer, Mention } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import classes from './answer.module.css';

const networkNames: Record<Answer['way'], string> = {
  '': 'there',
  copied: 'there',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
};

/** An answer that is on its way, could not be posted, or sleeps: how it stands, and the way back. */
export function Waiting({ present, voice }: { present: Answer; voice: Mention }) {
  const { done, failed } = useDoing();
  const { posting, way, wakesOn } = present;
  const network = networkNames[way];

  const hold = () =>
    client.answers.hold({ id: present.id }).then(({ step }) => done('It stays here', step), failed);
  const wake = () =>
    client.answers
      .keep({ mentionId: voice.id, kind: present.kind, text: present.text, heart: present.heart })
      .catch(failed);
  const again = () => client.answers.tryAgain({ id: present.id }).catch(failed);

  const failedOnce = posting?.state === 'failed';
  const title =
    present.state === 'asleep'
      ? 'It sleeps'
      : failedOnce
        ? 'It did not go out'
        : posting?.state === 'posting'
          ? `Posting to ${network}…`
          : `Waits to be posted to ${network}`;
  return (
    <Card title={title} tone={failedOnce ? 'lamp' : 'calm'}>
      <p dir="auto" className={classes.words}>
        {present.text}
      </p>
      <p role="status" className={classes.quiet}>
        {present.state === 'asleep' && wakesOn ? (
          <>
            It waits for you on <FullDay day={wakesOn} />, in the morning.
          </>
        ) : failedOnce ? (
          `${posting.problem} Your words are safe.`
        ) : posting?.problem ? (
          `${posting.problem} It is tried again by itself, and posted once.`
        ) : (
          'It goes out as soon as it can, and once.'
        )}
      </p>
      <div className={classes.buttons}>
        {present.state === 'asleep' ? (
          <Button variant="default" onClick={() => void wake()}>
            Wake it now
          </Button>
        ) : (
          posting?.state !== 'posting' && (
            <>
              <Button onClick={() => void again()}>Try again now</Button>
              <Button variant="default" onClick={() => void hold()}>
                Back to the words
              </Button>
            </>
          )
        )}
      </div>
    </Card>
  );
}
