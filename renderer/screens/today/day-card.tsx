import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Pick } from '../../../shared/contract/contract.ts';
import { directionOf } from '../../../shared/wording/direction.ts';
import { pronounsOf } from '../../../shared/wording/pronouns.ts';
import { reasonPieces } from '../../../shared/wording/reasons.ts';
import { client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Composer } from '../../parts/composer/composer.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { Portrait } from '../../parts/portrait/portrait.tsx';
import { ScreenHeading } from '../../parts/screen.tsx';
import { Brief } from './brief.tsx';
import classes from './day-card.module.css';
import { RhythmQuestion } from './rhythm-question.tsx';

const loggedWords = {
  talk: 'Saved. That was today’s step.',
  attempt: 'Noted that you tried',
  plan: 'Planned. The step is still to come.',
};

/** The day's person: who, why, what to know, and the one line that closes it. */
export function DayCard({ pick }: { pick: Pick }) {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const { customer } = pick;
  const who = pronounsOf(customer.pronouns);

  const composer = useRef<HTMLDivElement>(null);
  useShortcut({
    keys: 'l',
    label: `Log a conversation with ${customer.name}`,
    run: () => composer.current?.querySelector('textarea')?.focus(),
  });

  const notToday = () =>
    client.today
      .notToday({ pickId: pick.id })
      .then(({ step }) => done('Another day, then', step), failed);

  const couldNotReach = (line: string, medium: 'phone' | 'other', clear: () => void) =>
    client.conversations
      .log({ customerIds: [customer.id], medium, said: line, reached: false })
      .then(({ step }) => {
        clear();
        done(`Noted that you tried to reach ${customer.name}`, step);
      }, failed);

  return (
    <article className={classes.card}>
      <div className={classes.who}>
        <ScreenHeading>
          Today, turn to{' '}
          <Link href={`/people/${customer.id}`} className={classes.name}>
            <PersonName name={customer.name} />
          </Link>
        </ScreenHeading>
        {customer.photo && <Portrait name={customer.name} photo={customer.photo} size="large" />}
      </div>
      <p className={classes.why}>
        {reasonPieces(pick.reasons, customer.pronouns, today).map((piece, index) =>
          piece.lamp ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
            <span key={index} className={classes.lamp} dir={directionOf(piece.text)}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      <Brief pick={pick} />
      {pick.asksAboutRhythm && <RhythmQuestion customer={customer} />}
      <div ref={composer} className={classes.composer}>
        <Composer
          customer={{ id: customer.id, name: customer.name }}
          draftKey={`talk:${customer.id}`}
          promises={pick.brief.promises}
          saveLabel="Save and done for today"
          onLogged={({ step, what }) => done(loggedWords[what], step)}
          actions={({ text, medium, clear, busy }) => (
            <>
              <Button variant="subtle" disabled={busy} onClick={notToday}>
                Not today
              </Button>
              <Button
                variant="subtle"
                disabled={busy}
                onClick={() =>
                  couldNotReach(text.trim(), medium === 'phone' || !text ? 'phone' : 'other', clear)
                }
              >
                Could not reach {who.object}
              </Button>
            </>
          )}
        />
      </div>
    </article>
  );
}
