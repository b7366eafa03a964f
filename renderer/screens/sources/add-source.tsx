import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { LoadingState } from '../../parts/loading-state.tsx';
import { SourcePreviewCard } from './source-preview-card.tsx';
import classes from './sources.module.css';

/** One box: an address is looked at, and what it would bring is shown before it is kept. */
export function AddSource({ autoFocus }: { autoFocus: boolean }) {
  const [address, setAddress] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const look = useMutation({
    mutationFn: (wanted: string) => client.sources.preview({ address: wanted }),
    meta: { problem: 'shown' },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim()) look.mutate(address.trim());
  };
  const forget = () => {
    look.reset();
    setAddress('');
    field.current?.focus();
  };
  return (
    <>
      <form onSubmit={submit} className={classes.add}>
        <TextInput
          ref={field}
          label="Add something to listen to"
          description="The address of a page, a feed, a review page: paste it as it is"
          placeholder="www.localpaper.example"
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            if (!look.isIdle) look.reset();
          }}
          error={look.isError ? sentenceOf(look.error) : undefined}
          maxLength={2000}
          inputMode="url"
          autoFocus={autoFocus}
        />
        <Button type="submit" loading={look.isPending}>
          Look
        </Button>
      </form>
      <div aria-live="polite" className={classes.previews}>
        {look.isPending && <LoadingState label="Looking at it" />}
        {look.data?.length === 0 && (
          <p className={classes.quiet}>There is nothing to listen to at that address.</p>
        )}
        {look.data?.map((preview) => (
          <SourcePreviewCard
            key={`${preview.kind} ${preview.address}`}
            preview={preview}
            onKept={forget}
          />
        ))}
      </div>
    </>
  );
}
