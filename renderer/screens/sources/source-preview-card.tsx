import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SourcePreview } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { KeyForm } from './key-form.tsx';
import classes from './sources.module.css';

interface SourcePreviewCardProps {
  preview: SourcePreview;
  onKept: () => void;
  /** After its key was given: it can be looked at anew. */
  onKey: () => void;
}

/** What a source would bring, with its latest words; kept with one click. */
export function SourcePreviewCard({ preview, onKept, onKey }: SourcePreviewCardProps) {
  const { zone } = usePresent();
  const { done, failed } = useDoing();
  const [name, setName] = useState(preview.name);
  const [busy, setBusy] = useState(false);
  async function keep() {
    setBusy(true);
    try {
      const { address, kind } = preview;
      const { id, step } = await client.sources.add({ address, kind, name });
      await client.sources.gather({ ids: [id] });
      done(`Listening to ${name || address}`, step);
      onKept();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }
  return (
    <Card tone="calm">
      <TextInput
        label="What you call it"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
      />
      <p className={classes.quiet}>
        {preview.describes} <span dir="ltr">{preview.address}</span>
      </p>
      <ul className={classes.items}>
        {preview.items.slice(0, 4).map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items of a preview have no identity yet
          <li key={index} dir="auto">
            {item.title || item.excerpt}{' '}
            {item.publishedAt !== null && (
              <small>
                <RelativeDay day={dayOf(item.publishedAt, zone)} />
              </small>
            )}
          </li>
        ))}
      </ul>
      {preview.items.length === 0 && !preview.needsKey && (
        <p className={classes.quiet}>It is empty today. It may fill later.</p>
      )}
      {preview.needsKey && (
        <>
          <p className={classes.words}>{preview.needsKey.sentence}</p>
          <KeyForm service={preview.needsKey.service} address={preview.address} onKept={onKey} />
        </>
      )}
      {preview.already ? (
        <p className={classes.quiet}>You listen to this already.</p>
      ) : (
        !preview.needsKey && (
          <Button onClick={keep} loading={busy}>
            Listen to this
          </Button>
        )
      )}
    </Card>
  );
}
