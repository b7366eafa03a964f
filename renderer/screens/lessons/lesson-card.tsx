import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Lesson } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { type Move, moves, peopleWords, stateWords } from './lesson-words.ts';
import classes from './lessons.module.css';
import { Proposed } from './proposed.tsx';
import { Tellings } from './tellings.tsx';

interface LessonCardProps {
  lesson: Lesson;
  /** It is the one that was looked for. */
  isWanted: boolean;
}

/** A lesson: the sentence, whom it came from, and where it can go from here. */
export function LessonCard({ lesson, isWanted }: LessonCardProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isWanted]);
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const [asking, setAsking] = useState<Move | null>(null);
  const [words, setWords] = useState('');

  async function go(move: Move, event?: FormEvent) {
    event?.preventDefault();
    if (move.asks && asking !== move) {
      setWords(move.asks === 'changed' ? lesson.changed : lesson.reason);
      setAsking(move);
      return;
    }
    try {
      const { step } = await client.lessons.change({
        id: lesson.id,
        state: move.to,
        ...(move.asks ? { [move.asks]: words } : {}),
      });
      setAsking(null);
      done(`Now: ${stateWords[move.to]}`, step);
    } catch (problem) {
      failed(problem);
    }
  }

  return (
    <Card tone={isWanted ? 'lamp' : 'card'}>
      <p ref={place} tabIndex={-1} className={classes.sentence} dir="auto">
        {lesson.sentence}
      </p>
      <p className={classes.about}>
        <span className={classes.state}>{stateWords[lesson.state]}</span>{' '}
        {peopleWords(lesson.people)} · since {fullDay(lesson.sinceDay, today)}
      </p>
      {lesson.changed && (
        <p dir="auto">
          What we changed: {lesson.changed}
          {lesson.changedDay && <WhenAndWho lesson={lesson} today={today} />}
        </p>
      )}
      {lesson.reason && lesson.state === 'kept' && <p dir="auto">Why: {lesson.reason}</p>}
      {lesson.voices.length > 0 && (
        <ul className={classes.voices}>
          {lesson.voices.map((voice) => (
            <li key={`${voice.kind} ${voice.id}`} dir="auto">
              {quoted(voice.excerpt)}{' '}
              {voice.customer && (
                <Link href={`/people/${voice.customer.id}`}>
                  <PersonName name={voice.customer.name} />
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <Tellings lesson={lesson} />
      <Proposed lesson={lesson} />
      {asking ? (
        <form onSubmit={(event) => go(asking, event)}>
          <Textarea
            mt="md"
            label={asking.asks === 'changed' ? 'What did you change?' : 'Why do you keep it?'}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2000}
            required
            data-autofocus
            autoFocus
          />
          <div className={classes.moves}>
            <Button type="submit">Save</Button>
            <Button variant="subtle" onClick={() => setAsking(null)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className={classes.moves}>
          {moves[lesson.state].map((move) => (
            <Button key={move.to} variant="default" size="compact-md" onClick={() => go(move)}>
              {move.words}
            </Button>
          ))}
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() =>
              client.lessons
                .bin({ id: lesson.id })
                .then(({ step }) => done('Lesson removed', step), failed)
            }
          >
            Remove
          </Button>
        </div>
      )}
    </Card>
  );
}

/** ", on 2 March, by Anna". */
function WhenAndWho({ lesson, today }: { lesson: Lesson; today: string }) {
  return (
    <span className={classes.soft}>
      {' '}
      ({fullDay(lesson.changedDay ?? today, today)}
      {lesson.changedBy && (
        <>
          , by <bdi>{lesson.changedBy}</bdi>
        </>
      )}
      )
    </span>
  );
}
