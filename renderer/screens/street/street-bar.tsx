import { Button, SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import type { Settings } from '../../../shared/contract/contract.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { LitWindow } from '../../parts/lit-window.tsx';
import { type Light, lights, type Sought } from './lanes.ts';
import classes from './street-screen.module.css';

interface StreetBarProps {
  by: Settings['streetBy'];
  onGroup: (by: Settings['streetBy']) => void;
  sought: Sought;
  onSeek: (sought: Sought) => void;
  /** How many houses there are of each light. */
  counts: Record<Light, number>;
  /** How many were found, among how many; null when nobody is looked for. */
  among: { found: number; of: number } | null;
  /** To the houses, from the words. */
  onEnter: () => void;
  /** Nearer (1) or farther (-1); undefined when that is as far as it goes. */
  zoom: Partial<Record<1 | -1, () => void>>;
}

const lightWords: Record<Light, { word: string; warmth: number }> = {
  lit: { word: 'lit', warmth: 1 },
  dimming: { word: 'dimming', warmth: 0.3 },
  dark: { word: 'dark', warmth: 0 },
};

/** Who is looked for on the street, in which lanes, and from how far. */
export function StreetBar(props: StreetBarProps) {
  const { by, sought, onSeek, counts, among, zoom } = props;
  const field = useRef<HTMLInputElement>(null);
  useShortcut({
    keys: '/',
    label: 'Find somebody on the street',
    run: () => field.current?.focus(),
  });
  useShortcut({ keys: '+', label: 'Go nearer', run: () => zoom[1]?.() });
  useShortcut({ keys: '-', label: 'Step back', run: () => zoom[-1]?.() });
  return (
    <div className={classes.bar}>
      <TextInput
        ref={field}
        type="search"
        className={classes.find}
        aria-label="Find on the street"
        placeholder="A name or a tag"
        value={sought.words}
        rightSection={
          <span className={classes.amount} role="status">
            {among && <Found {...among} />}
          </span>
        }
        rightSectionWidth={among ? 'auto' : 0}
        onChange={(event) => onSeek({ ...sought, words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            props.onEnter();
          } else if (event.key === 'Escape' && sought.words) {
            onSeek({ ...sought, words: '' });
          }
        }}
      />
      <fieldset className={classes.lights} aria-label="By their light">
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            className={classes.light}
            aria-pressed={sought.light === light}
            onClick={() => onSeek({ ...sought, light: sought.light === light ? null : light })}
          >
            <LitWindow warmth={lightWords[light].warmth} />
            {counts[light].toLocaleString('en-GB')} {lightWords[light].word}
          </button>
        ))}
      </fieldset>
      <SegmentedControl
        aria-label="In lanes"
        value={by}
        onChange={(value) => props.onGroup(value as Settings['streetBy'])}
        data={[
          { value: 'circle', label: 'Circles' },
          { value: 'tag', label: 'Tags' },
        ]}
      />
      <fieldset className={classes.zoom} aria-label="From how far">
        <Button variant="default" disabled={!zoom[-1]} onClick={zoom[-1]} aria-label="Step back">
          −
        </Button>
        <Button variant="default" disabled={!zoom[1]} onClick={zoom[1]} aria-label="Go nearer">
          +
        </Button>
      </fieldset>
    </div>
  );
}

function Found({ found, of }: { found: number; of: number }) {
  const words = `${found.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`;
  return (
    <>
      {words}
      <VisuallyHidden> found</VisuallyHidden>
    </>
  );
}
