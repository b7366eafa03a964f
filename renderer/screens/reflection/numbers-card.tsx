import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { HonestNumbers } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { type AskedTime, type Over, timeIn, times, timeWords } from './counted-time.ts';
import { FigureRow, FigureTable } from './figure-row.tsx';
import { HowSoon } from './how-soon.tsx';
import classes from './numbers.module.css';

/** What was really done: each number with what it is counted of, and with those behind it. */
export function NumbersCard() {
  const [place, setPlace] = useSearchParams();
  const asked = timeIn(place);
  const numbers = useQuery(api.reflection.numbers.queryOptions({ input: asked }));
  return (
    <Card
      title="What was really done"
      actions={
        <div className={classes.tools}>
          <SegmentedControl
            size="sm"
            aria-label="Counted over"
            value={asked.over}
            onChange={(over) => setPlace({ over }, { replace: true })}
            data={[...times]}
          />
          <Button variant="subtle" onClick={() => window.print()}>
            Print
          </Button>
        </div>
      }
    >
      <Loaded query={numbers}>{(counted) => <Numbers counted={counted} asked={asked} />}</Loaded>
    </Card>
  );
}

interface NumbersProps {
  counted: HonestNumbers;
  asked: AskedTime & { over: Over };
}

function Numbers({ counted, asked }: NumbersProps) {
  const { figures, unanswered } = counted;
  const row = { asked, figures };
  const left = [
    unanswered.noted > 0 && `${unanswered.noted} noted`,
    unanswered.letGo > 0 && `${unanswered.letGo} let go`,
    unanswered.waiting > 0 && `${unanswered.waiting} waiting`,
  ].filter(Boolean);
  return (
    <>
      <p className={classes.time}>{timeWords(counted.from, counted.until)}.</p>
      <FigureTable title="Turning to people">
        <FigureRow {...row} figure="steps" showsRest={false} />
        <FigureRow {...row} figure="people" />
        <FigureRow {...row} figure="two-way" />
        <FigureRow {...row} figure="promises" />
      </FigureTable>
      <FigureTable title="Listening and answering">
        <FigureRow {...row} figure="heard" />
        <FigureRow {...row} figure="answered" note={left.join(', ')} />
        <FigureRow {...row} figure="complaints" />
        <FigureRow {...row} figure="told" />
      </FigureTable>
      <HowSoon howSoon={counted.howSoon} answered={figures.answered.met} />
      <FigureTable title="Who came back, or sent somebody">
        {counted.notesReturns && (
          <>
            <FigureRow {...row} figure="back" />
            <FigureRow {...row} figure="back-unasked" />
          </>
        )}
      </FigureTable>
      <p className={classes.remark}>
        {counted.notesReturns
          ? 'These two stand beside each other, and that is all: it is no proof that one thing led to the other. Only what you noted is counted.'
          : 'Nobody was noted yet. When somebody comes back, say so on their page, under More; who sent whom stands there under How you met.'}
      </p>
    </>
  );
}
