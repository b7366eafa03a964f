import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { SourcePreview, TypedSource } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { LoadingState } from '../../parts/loading-state.tsx';
import { CannotBeHad } from './cannot-be-had.tsx';
import { ListeningPosts } from './listening-posts.tsx';
import { SourcePreviewCard } from './source-preview-card.tsx';
import classes from './sources.module.css';

type Seen =
  | { what: 'found'; previews: SourcePreview[] }
  | { what: 'posts'; name: string; posts: TypedSource['posts'] }
  | { what: 'cannot'; cannot: TypedSource['cannot'] & {} };

/** What was typed: an address with what it would bring, or a name with where to listen for it. */
async function lookAt(typed: string): Promise<Seen> {
  const { cannot, isAddress, posts } = await client.sources.typed({ typed });
  if (cannot) return { what: 'cannot', cannot };
  if (!isAddress && posts.length > 0) return { what: 'posts', name: typed, posts };
  return { what: 'found', previews: await client.sources.preview({ address: typed }) };
}

/** One box: an address, a handle or a name; what it would bring is shown before it is kept. */
export function AddSource({ autoFocus }: { autoFocus: boolean }) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const look = useMutation({ mutationFn: lookAt, meta: { problem: 'shown' } });
  const again = () => {
    if (typed.trim()) look.mutate(typed.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    again();
  };
  const forget = () => {
    // Whoever types the next one already keeps it.
    if (field.current?.value !== typed) return;
    look.reset();
    setTyped('');
    field.current?.focus();
  };
  return (
    <>
      <form onSubmit={submit} className={classes.add}>
        <TextInput
          ref={field}
          label="Add something to listen to"
          description="Paste the address of a page, a feed, a review page or a profile, or type your shop’s name"
          placeholder="www.localpaper.example, @rosa@example.social, r/town, Larkfoot Cycles"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (!look.isIdle) look.reset();
          }}
          error={look.isError ? sentenceOf(look.error) : undefined}
          maxLength={2000}
          autoFocus={autoFocus}
        />
        <Button
          type="submit"
          loading={look.isPending}
          variant={look.isSuccess ? 'default' : 'filled'}
        >
          Look
        </Button>
      </form>
      <div aria-live="polite" className={classes.previews}>
        {look.isPending && <LoadingState label="Looking at it" />}
        {look.data?.what === 'cannot' && <CannotBeHad {...look.data.cannot} />}
        {look.data?.what === 'posts' && (
          <ListeningPosts
            key={look.data.name}
            name={look.data.name}
            posts={look.data.posts}
            onKept={forget}
          />
        )}
        {look.data?.what === 'found' && look.data.previews.length === 0 && (
          <p className={classes.quiet}>There is nothing to listen to at that address.</p>
        )}
        {look.data?.what === 'found' &&
          look.data.previews.map((preview) => (
            <SourcePreviewCard
              key={`${preview.kind} ${preview.address}`}
              preview={preview}
              onKept={forget}
              onKey={again}
            />
          ))}
      </div>
    </>
  );
}
