import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Mention, MentionState } from '../../../shared/contract/contract.ts';
import { timeWords } from '../../../shared/wording/after.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { BelongsToLesson } from '../../parts/lesson/belongs-to-lesson.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Rating } from '../../parts/rating.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import { VoiceWords } from '../../parts/voice-words.tsx';
import { ConversationParts } from './conversation-parts.tsx';
import classes from './listening.module.css';
import { stateName } from './states.ts';
import { ToneChoice } from './tone-choice.tsx';
import type { Triage } from './use-triage.ts';
import { WhereElse } from './where-else.tsx';
import { WhoIsIt } from './who-is-it.tsx';

interface MentionViewProps {
  id: string;
  triage: Triage;
  onClose: () => void;
  onOpen: (id: string) => void;
  /** It has been dealt with: what is next? */
  onDealt: () => void;
}

const moves: readonly { state: MentionState; words: string }[] = [
  { state: 'answered', words: 'Answered' },
  { state: 'noted', words: 'Noted' },
  { state: 'let-go', words: 'Let go' },
];

/** A whole voice, who it is, and what becomes of it. */
export function MentionView({ id, ...rest }: MentionViewProps) {
  const mention = useQuery(api.mentions.get.queryOptions({ input: { id } }));
  return (
    <Loaded query={mention}>{(voice) => <Voice key={voice.id} voice={voice} {...rest} />}</Loaded>
  );
}

interface VoiceProps extends Omit<MentionViewProps, 'id'> {
  voice: Mention;
}

function Voice({ voice, triage, onClose, onOpen, onDealt }: VoiceProps) {
  const { done, failed } = useDoing();
  const [, go] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // In braces: scrolling answers with a promise, which is nothing to clean up with.
    void heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const become = (state: MentionState) => {
    void triage.mark([voice], state);
    if (state !== 'new') onDealt();
  };
  const takeOut = () =>
    client.mentions
      .export({ id: voice.id })
      .then(({ fileName, content }) => saveFile(fileName, content, 'text/markdown'), failed);
  const keepStory = () =>
    client.stories
      .keep({ text: voice.text, mentionId: voice.id, customerId: voice.customer?.id ?? null })
      .then(({ step }) => done('Kept as a story', step), failed);
  const answerPlace = `/listening/answer/${voice.id}`;
  useShortcut({ keys: 'r', label: 'Write an answer', run: () => go(answerPlace) });
  useShortcut({ keys: 'e', label: 'Save the voice as a file', run: () => void takeOut() });

  return (
    <article className={classes.mention}>
      <h2 ref={heading} dir="auto" lang={voice.title ? voice.language || undefined : undefined}>
        {voice.title || voice.author || voice.sourceName}
      </h2>
      <About voice={voice} />
      <VoiceWords voice={voice} />
      <div className={classes.buttons}>
        <Button component={Link} href={answerPlace} size="compact-md">
          Answer…
        </Button>
        {moves.map(({ state, words }) => (
          <Button
            key={state}
            size="compact-md"
            variant={voice.state === state ? 'light' : 'default'}
            aria-pressed={voice.state === state}
            onClick={() => become(voice.state === state ? 'new' : state)}
          >
            {words}
          </Button>
        ))}
        <SnoozeMenu
          what={voice.title || 'this voice'}
          onSnooze={(day) => {
            void triage.snooze([voice], day);
            onDealt();
          }}
        />
        <Button variant="subtle" size="compact-md" onClick={() => triage.star([voice])}>
          {voice.starred ? 'Take the star off' : 'Star'}
        </Button>
        {voice.address && (
          <Button variant="subtle" size="compact-md" onClick={() => triage.openPage(voice.address)}>
            Open the page
          </Button>
        )}
        {voice.tone === 'praise' && (
          <Button variant="subtle" size="compact-md" onClick={() => void keepStory()}>
            Keep as a story
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={takeOut}>
          Save as a file
        </Button>
        <Button variant="subtle" size="compact-md" onClick={onClose}>
          Close
        </Button>
      </div>
      <ToneChoice voice={voice} onChoose={(tone) => void triage.tone([voice], tone)} />
      <BelongsToLesson voice={voice} heart="" />
      <WhoIsIt mention={voice} />
      <ConversationParts voice={voice} />
      {voice.answer && <Answer {...voice.answer} />}
      <Earlier earlier={voice.earlier} language={voice.language} />
      {voice.others.length > 0 && (
        <section className={classes.more}>
          <h3>{voice.othersByName ? 'Also said here under this name' : 'Also said by them'}</h3>
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

function About({ voice }: { voice: Mention }) {
  const { zone } = usePresent();
  const handle = voice.authorHandle !== voice.author && voice.authorHandle;
  return (
    <>
      <p className={classes.about}>
        {voice.author && (
          <bdi>
            {voice.author}
            {handle && ` (${handle})`}
          </bdi>
        )}
        <span dir="auto">{voice.sourceName}</span>
        <FullDay day={dayOf(voice.publishedAt ?? voice.receivedAt, zone)} />
        {voice.rating && <Rating {...voice.rating} />}
        <span>
          {stateName[voice.state]}
          {voice.answered && <AnsweredHow {...voice.answered} />}
        </span>
      </p>
      <WhereElse voice={voice} />
    </>
  );
}

/** " after 5 hours, by Anna". */
function AnsweredHow({ after, by }: Mention['answered'] & {}) {
  return (
    <>
      {after !== null && ` after ${timeWords(after)}`}
      {by && (
        <>
          {after === null ? ' by ' : ', by '}
          <bdi>{by}</bdi>
        </>
      )}
    </>
  );
}

function Answer({ text, at }: Mention['answer'] & {}) {
  const { zone } = usePresent();
  return (
    <section className={classes.more}>
      <h3>
        You answered
        {at !== null && (
          <>
            {' '}
            on <FullDay day={dayOf(at, zone)} />
          </>
        )}
      </h3>
      <p dir="auto" className={classes.answer}>
        {text}
      </p>
    </section>
  );
}

function Earlier({ earlier, language }: Pick<Mention, 'earlier' | 'language'>) {
  if (earlier.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>It was edited. What it said before</summary>
      {earlier.map((before) => (
        <p key={before.at} dir="auto" lang={language || undefined}>
          {before.title && <strong>{before.title}. </strong>}
          {before.text}
        </p>
      ))}
    </details>
  );
}
