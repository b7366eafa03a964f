import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Circle, Customer } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './day-card.module.css';

const wider: Record<Circle, Circle> = {
  inner: 'regular',
  regular: 'wider',
  wider: 'none',
  none: 'none',
};

const circleWords: Record<Circle, string> = {
  inner: 'the inner circle',
  regular: 'the regular circle',
  wider: 'the wider circle',
  none: 'no circle: only when they speak',
};

/** After three "not today": is the rhythm right? Asked once, and kindly. */
export function RhythmQuestion({ customer }: { customer: Customer }) {
  const [answered, setAnswered] = useState(false);
  const { done, failed } = useDoing();
  if (answered || customer.circle === 'none') return null;
  const next = wider[customer.circle];
  return (
    <div className={classes.rhythm}>
      <p>
        Three times it was not the day for <bdi>{customer.name}</bdi>. Perhaps the rhythm is too
        quick?
      </p>
      <Button
        variant="default"
        size="sm"
        onClick={() =>
          client.people
            .change({ id: customer.id, changes: { circle: next, rhythmDays: null } })
            .then(({ step }) => done(`Moved to ${circleWords[next]}`, step), failed)
        }
      >
        Move to {circleWords[next]}
      </Button>{' '}
      <Button variant="subtle" size="sm" onClick={() => setAnswered(true)}>
        It is right as it is
      </Button>
    </div>
  );
}
