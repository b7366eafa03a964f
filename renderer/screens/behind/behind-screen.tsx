import { Button } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'wouter';
import type { BehindRow, Figure } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { figureWords } from '../../../shared/wording/figures.ts';
import { api, client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListOfRows } from '../../parts/list-of-rows.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { usePages } from '../../parts/pages.ts';
import { ProblemState } from '../../parts/problem-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { timeIn, timeInAddress } from '../reflection/counted-time.ts';
import classes from './behind.module.css';

/** Those very people, voices and promises that a number counts. */
export default function BehindScreen() {
  const { figure: asked = '' } = useParams<{ figure: string }>();
  const [place] = useSearchParams();
  const figure: Figure = Object.hasOwn(figureWords, asked) ? (asked as Figure) : 'people';
  const part = partIn(place);
  const time = timeIn(place);
  const input = { ...time, figure, part } as const;
  const pages = usePages(api.reflection.behind.key({ input }), (page) =>
    client.reflection.behind({ ...input, ...page }),
  );
  const today = usePresentDay();
  const words = figureWords[figure];
  const title = part === 'all' ? words.label : words[part];
  const { total } = pages;
  return (
    <Screen
      title={title}
      lead={
        total !== undefined && (
          <>
            {total} {total === 1 ? words.one : words.many}. {words.how}
          </>
        )
      }
      actions={
        <Button component={Link} href={`/reflection?${timeInAddress(time)}`} variant="subtle">
          Back to the numbers
        </Button>
      }
    >
      {pages.error && total === undefined ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : total === undefined ? (
        <LoadingState />
      ) : total === 0 ? (
        <EmptyState title="Nothing here" drawing="list">
          Nothing of that in this time.
        </EmptyState>
      ) : (
        <ListOfRows label={title} pages={pages} keyOf={({ id }) => id} hrefOf={placeOf}>
          {(row) => <Row row={row} today={today} />}
        </ListOfRows>
      )}
    </Screen>
  );
}

/** Which of them an address asks for: those that the figure counts, where it says nothing. */
function partIn(place: URLSearchParams): 'met' | 'rest' | 'all' {
  const asked = place.get('part');
  return asked === 'rest' || asked === 'all' ? asked : 'met';
}

/** Where one of them is to be seen whole. */
function placeOf({ kind, id, customerId }: BehindRow): string {
  switch (kind) {
    case 'day':
      return `/said?from=${id}&to=${id}`;
    case 'person':
      return `/people/${id}`;
    case 'voice':
      return `/listening?mention=${id}`;
    case 'promise':
      return `/follow-ups?follow-up=${id}`;
    case 'conversation':
      return `/people/${customerId}?entry=${id}`;
    case 'lesson':
      return `/lessons?lesson=${id}`;
  }
}

function Row({ row, today }: { row: BehindRow; today: string }) {
  const { who, words, became, day } = row;
  return (
    <span className={classes.row}>
      <span className={classes.main}>
        {who && (
          <strong>
            <bdi>{who}</bdi>
          </strong>
        )}
        {words && <span dir="auto">{words}</span>}
      </span>
      <span className={classes.soft}>
        {[day && fullDay(day, today), became].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
