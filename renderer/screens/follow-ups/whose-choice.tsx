import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import type { Colleague } from '../../../shared/contract/contract.ts';
import { useCounter } from '../../app/counter/use-counter.ts';
import classes from './follow-ups.module.css';

/** Whose follow-ups are looked at: everybody's, or one colleague's with those given to nobody. */
export function useWhose() {
  const { colleagues, present } = useCounter();
  const [chosen, choose] = useState('');
  const several = colleagues.length > 1 ? colleagues : [];
  const whose = several.find(({ id }) => id === chosen);
  return { colleagues: several, present, whose, choose };
}

interface WhoseChoiceProps {
  colleagues: readonly Colleague[];
  present: Colleague | undefined;
  whose: Colleague | undefined;
  /** A colleague's id; empty for everybody. */
  choose: (id: string) => void;
}

/** Chooses a colleague's follow-ups, one's own first. Where one works alone there is nothing to see. */
export function WhoseChoice({ colleagues, present, whose, choose }: WhoseChoiceProps) {
  const label = useId();
  if (colleagues.length === 0) return null;
  const others = colleagues.filter(({ id }) => id !== present?.id);
  return (
    <div className={classes.choice}>
      <span id={label}>Whose</span>
      <NativeSelect
        aria-labelledby={label}
        value={whose?.id ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: 'Everybody’s' },
          ...(present ? [{ value: present.id, label: 'Mine or anybody’s' }] : []),
          ...others.map(({ id, name }) => ({ value: id, label: `${name}’s or anybody’s` })),
        ]}
      />
    </div>
  );
}
