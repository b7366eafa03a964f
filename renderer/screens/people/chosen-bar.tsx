import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './chosen-bar.module.css';
import { useExport } from './export-people.ts';
import { focusRow } from './filter-bar.tsx';

interface ChosenBarProps {
  /** Id and name of everybody ticked. */
  chosen: ReadonlyMap<string, string>;
  /** They are in the bin already. */
  binned: boolean;
  onClear: () => void;
}

/** What to do with everybody who is ticked. */
export function ChosenBar({ chosen, binned, onClear }: ChosenBarProps) {
  const { done, failed } = useDoing();
  const exportPeople = useExport();
  const [busy, setBusy] = useState(false);
  const ids = [...chosen.keys()];
  const who = chosen.size === 1 ? [...chosen.values()].join() : `${chosen.size} people`;

  async function move() {
    setBusy(true);
    try {
      const { step } = binned
        ? await client.people.restore({ ids })
        : await client.people.bin({ ids });
      done(binned ? `${who} put back` : `${who} put in the bin`, step);
      onClear();
      focusRow();
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section aria-label="Chosen people" className={classes.bar}>
      <p className={classes.who} role="status">
        <bdi>{who}</bdi> chosen
      </p>
      <Button variant="light" loading={busy} onClick={() => void move()}>
        {binned ? 'Put back' : 'Put in the bin'}
      </Button>
      <Button variant="subtle" onClick={() => void exportPeople('vcard', ids)}>
        Export as vCard
      </Button>
      <Button variant="subtle" onClick={() => void exportPeople('csv', ids)}>
        Export as CSV
      </Button>
      <Button
        variant="subtle"
        onClick={() => {
          onClear();
          focusRow();
        }}
      >
        Untick
      </Button>
    </section>
  );
}
