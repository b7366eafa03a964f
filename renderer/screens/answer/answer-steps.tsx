import { Button, Textarea, TextInput } from '@mantine/core';
import { useId, useRef } from 'react';
import type { Mention, Opening } from '../../../shared/contract/contract.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { Card } from '../../parts/card.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { BelongsToLesson } from '../../parts/lesson/belongs-to-lesson.tsx';
import classes from './answer.module.css';
import type { AnsweringData } from './answering-data.ts';
import { GentleLook } from './gentle-look.tsx';
import { OpeningsMenu } from './openings-menu.tsx';
import { SilentWays } from './silent-ways.tsx';
import { useAnswering } from './use-answering.ts';
import { useLook } from './use-look.ts';
import { filled, useSending } from './use-sending.ts';
import { Waiting } from './waiting.tsx';

interface AnswerStepsProps {
  voice: Mention;
  answering: AnsweringData;
}

/** Ask, take to heart, answer: three steps on one page, each to be skipped by whoever is in a hurry. */
export function AnswerSteps({ voice, answering }: AnswerStepsProps) {
  const { present, network, most } = answering;
  const making = useAnswering(voice.id, present);
  const { written, write, keep, busy } = making;
  const field = useRef<HTMLTextAreaElement>(null);
  const lookId = useId();
  const look = useLook(voice.id, written.text, network);
  const sending = useSending({ voice, answering, making, look });
  const isQuestion = written.kind === 'question';
  useShortcut({
    keys: 'mod+enter',
    label: sending.words,
    run: () => void sending.go(),
    inFields: true,
  });

  if (present && (present.state === 'given' || sending.sleeps)) {
    return <Waiting present={present} voice={voice} />;
  }

  function begin(opening: Opening) {
    const first = filled(opening.text, answering.called);
    write({ text: written.text ? `${first}\n\n${written.text}` : `${first} ` });
    field.current?.focus();
  }

  return (
    <>
      {answering.duty !== 'none' && (
        <SilentWays
          voice={voice}
          duty={answering.duty}
          onWords={(text) => {
            write({ text, kind: 'answer' });
            field.current?.focus();
          }}
        />
      )}
      <Card
        title="Ask"
        tone="plain"
        padding="small"
        actions={
          <Button
            variant={isQuestion ? 'light' : 'default'}
            size="compact-md"
            aria-pressed={isQuestion}
            onClick={() => {
              write({ kind: isQuestion ? 'answer' : 'question' });
              void keep();
              field.current?.focus();
            }}
          >
            Ask a question first
          </Button>
        }
      >
        <p className={classes.quiet}>
          Is something unclear? Ask, and the voice comes back to you in three days.
        </p>
      </Card>
      <Card title="Take to heart" tone="plain" padding="small">
        <TextInput
          label="What is true in it?"
          description="One line for yourself. It never leaves this house."
          value={written.heart}
          maxLength={1000}
          onChange={(event) => write({ heart: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
        <BelongsToLesson voice={voice} heart={written.heart} />
      </Card>
      <Card
        title={isQuestion ? 'Your question' : 'Answer'}
        actions={<OpeningsMenu openings={answering.openings} tone={voice.tone} onChoose={begin} />}
      >
        <Textarea
          ref={field}
          aria-label={isQuestion ? 'Your question' : 'Your answer'}
          aria-describedby={lookId}
          autosize
          minRows={5}
          maxRows={18}
          value={written.text}
          onChange={(event) => write({ text: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
        <div id={lookId}>
          <GentleLook text={written.text} look={look} most={most} network={network} />
        </div>
        <div className={classes.buttons}>
          <Button loading={busy} onClick={() => void sending.go()}>
            {sending.words}
          </Button>
          <KeyHint keys="mod+enter" />
          {sending.other && (
            <Button variant="default" onClick={() => void sending.other?.go()}>
              {sending.other.words}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void sending.sleep()}>
            Sleep on it
          </Button>
        </div>
        {sending.sentence && (
          <p role="status" className={classes.quiet}>
            {sending.sentence}
          </p>
        )}
      </Card>
    </>
  );
}
