import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { readAsBase64 } from '../../parts/read-as-base64.ts';
import { useDraft } from '../../parts/use-draft.ts';
import { readFirstPeople } from './first-people.ts';
import { StepFrame } from './step-frame.tsx';
import classes from './welcome.module.css';

/** The first handful of people: typed one a line, or from a file of contacts. */
export function PeopleStep({ onNext, onBack }: { onNext: () => void; onBack: () => void }) {
  const { done, failed } = useDoing();
  const draft = useDraft('welcome:people');
  const [busy, setBusy] = useState(false);
  const [brought, setBrought] = useState(0);
  const typed = readFirstPeople(draft.text);

  async function bring(file: File | null) {
    if (!file) return;
    setBusy(true);
    try {
      const result = await client.exchange.importPeople({
        fileName: file.name,
        content: await readAsBase64(file),
        already: 'skip',
      });
      setBrought((before) => before + result.added);
      const words = `${result.added} ${result.added === 1 ? 'person' : 'people'} brought in`;
      if (result.step) done(words, result.step);
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  async function next() {
    setBusy(true);
    try {
      for (const person of typed) await client.people.add(person);
      draft.clear();
      onNext();
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  const count = typed.length + brought;
  return (
    <StepFrame
      step={2}
      title="Whom would you like to keep close?"
      lead="Write a first handful, one on each line. A comma, and then anything you know of them."
    >
      <Textarea
        label="A few of your customers"
        placeholder={'Rosa Marchetti, her son Luca has a bad knee\nMr Okafor, 0171 555 0142\nNkem'}
        autosize
        minRows={5}
        maxRows={12}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
        autoFocus
      />
      <p className={classes.heard} aria-live="polite">
        {count === 0
          ? 'Any one name is enough.'
          : `${count} ${count === 1 ? 'person' : 'people'} so far.`}
      </p>
      <div className={classes.row}>
        <Button size="md" loading={busy} onClick={next}>
          {count === 0 ? 'Later' : 'Next'}
        </Button>
        <FileButton accept=".vcf,.csv,text/vcard,text/csv" onChange={bring}>
          {(props) => (
            <Button {...props} size="md" variant="subtle" disabled={busy}>
              From a contacts file (vCard or CSV)
            </Button>
          )}
        </FileButton>
        <Button size="md" variant="subtle" disabled={busy} onClick={onBack}>
          Back
        </Button>
      </div>
    </StepFrame>
  );
}
