import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Mention, MentionState } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { dayOf } from '../../parts/days.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Rating } from '../../parts/rating.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import { SafeHtml } from '../../parts/safe-html.tsx';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import classes from './listening.module.css';
import { stateName } from './states.ts';
import type { Triage } from './use-triage.ts';
import { WhoIsIt } from './who-is-it.tsx';

interface MentionViewProps {
  id: string;
  triage: Triage;
  onClose: () => void;
  onOpen: (id: string) => void;
}

const moves: readonly { state: MentionState; words: string }[] = [
  { state: 'answered', words: 'Answered' },
  { state: 'noted', words: 'Noted' },
  { state: 'let-go', words: 'Let go' },
];

/** A whole voice, who it is, and what becomes of it. */
export function MentionView({ id, triage, onClose, onOpen }: MentionViewProps) {
  const mention = useQuery(api.mentions.get.queryOptions({ input: { id } }));
  return (
    <Loaded query={mention}>
      {(voice) => (
        <Voice key={voice.id} voice={voice} triage={triage} onClose={onClose} onOpen={onOpen} />
      )}
    </Loaded>
  );
}

interface VoiceProps extends Omit<MentionViewProps, 'id'> {
  voice: Mention;
}

function Voice({ voice, triage, onClose, onOpen }: VoiceProps) {
  const { zone } = usePresent();
  const heading = useRef<HTMLHeadingElement>(null);
  const said = dayOf(voice.publishedAt ?? voice.receivedAt, zone);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <article className={classes.mention} lang={voice.language || undefined}>
      <h2 ref={heading} dir="auto">
        {voice.title || voice.author || voice.sourceName}
      </h2>
      <p className={classes.about}>
        {voice.author && (
          <bdi>
            {voice.author}
            {voice.authorHandle &&
              voice.authorHandle !== voice.author &&
              ` (${voice.authorHandle})`}
          </bdi>
        )}
        <span dir="auto">{voice.sourceName}</span>
        <FullDay day={said} />
        {voice.rating && <Rating value={voice.rating.value} best={voice.rating.best} />}
        <span>{stateName[voice.state]}</span>
      </p>
      <div dir="auto">{voice.html ? <SafeHtml html={voice.html} /> : <p>{voice.text}</p>}</div>
      <div className={classes.buttons}>
        {moves.map(({ state, words }) => (
          <Button
            key={state}
            size="compact-md"
            variant={voice.state === state ? 'light' : 'default'}
            aria-pressed={voice.state === state}
            onClick={() => triage.mark(voice, voice.state === state ? 'new' : state)}
          >
            {words}
          </Button>
        ))}
        <SnoozeMenu
          what={voice.title || 'this voice'}
          onSnooze={(day) => triage.snooze(voice, day)}
        />
        <Button variant="subtle" size="compact-md" onClick={() => triage.star(voice)}>
          {voice.starred ? 'Take the star off' : 'Star'}
        </Button>
        {voice.address && (
          <Button variant="subtle" size="compact-md" onClick={() => triage.openPage(voice.address)}>
            Open the page
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={onClose}>
          Close
        </Button>
      </div>
      <WhoIsIt mention={voice} />
      {voice.earlier.length > 0 && (
        <details className={classes.more}>
          <summary>It was edited. What it said before</summary>
          {voice.earlier.map((earlier) => (
            <p key={earlier.at} dir="auto">
              {earlier.title && <strong>{earlier.title}. </strong>}
              {earlier.text}
            </p>
          ))}
        </details>
      )}
      {voice.others.length > 0 && (
        <section className={classes.more}>
          <h3>Also said by them</h3>
          <ul>
            {voice.others.map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  className={classes.plainly}
                  onClick={() => onOpen(other.id)}
                  dir="auto"
                >
                  {other.title || other.excerpt}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
