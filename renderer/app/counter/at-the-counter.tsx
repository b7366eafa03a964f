import { useState } from 'react';
import { useActions } from '../actions.ts';
import { useShortcut } from '../keyboard.ts';
import classes from './counter.module.css';
import { useCounter } from './use-counter.ts';
import { WhoIsHere } from './who-is-here.tsx';

/** Who is at the keyboard, and the way to change it. Where one works alone there is nothing to see. */
export function AtTheCounter() {
  const { colleagues, present, comeIn } = useCounter();
  const [asking, setAsking] = useState(false);
  const several = colleagues.length > 1;

  /** Of two, the other one; of more, whoever is chosen. */
  function change() {
    const [first, second] = colleagues;
    if (colleagues.length > 2 || !first || !second || !present) setAsking(true);
    else comeIn(present.id === first.id ? second : first);
  }

  useShortcut({ keys: 'h', label: 'Somebody else is here now', run: change, while: several });
  useActions(
    several
      ? [
          {
            id: 'who-is-here',
            label: 'Somebody else is here now',
            words: 'colleague staff change who keyboard',
            keys: 'h',
            run: () => setAsking(true),
          },
        ]
      : [],
  );
  if (!several) return null;
  return (
    <>
      <button type="button" className={classes.here} onClick={() => setAsking(true)}>
        {present ? (
          <>
            <bdi>{present.name}</bdi> is here
          </>
        ) : (
          'Who is here?'
        )}
      </button>
      <WhoIsHere
        opened={asking}
        colleagues={colleagues}
        present={present}
        onChoose={(colleague) => {
          setAsking(false);
          comeIn(colleague);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
