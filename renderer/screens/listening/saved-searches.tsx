import { Button, Menu, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { useOpening } from '../../parts/use-opening.ts';
import classes from './listening.module.css';
import type { Place } from './use-place.ts';

/** Searches kept under a name: to go to, to add what is looked for now, to forget. */
export function SavedSearches({ place }: { place: Place }) {
  const { filter, words, sourceId, put } = place;
  const { done, failed } = useDoing();
  const { open: naming, setOpen: setNaming, opener } = useOpening();
  const [name, setName] = useState('');
  const saved = useQuery(api.savedSearches.list.queryOptions());
  const searches = saved.data ?? [];
  const present = searches.find(
    (one) => one.words === words && one.show === filter && one.sourceId === (sourceId ?? null),
  );

  const save = () =>
    client.savedSearches
      .save({ name, words, show: filter, sourceId: sourceId ?? null })
      .then(({ step }) => {
        setNaming(false);
        setName('');
        done('Saved', step);
      }, failed);
  const forget = (id: string) =>
    client.savedSearches.remove({ id }).then(({ step }) => done('Forgotten', step), failed);

  if (naming) {
    return (
      <form
        className={classes.naming}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          aria-label="Name of the search"
          placeholder="What you call it"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setNaming(false)}
          maxLength={100}
          required
          autoFocus
        />
        <Button type="submit" variant="default">
          Save
        </Button>
        <Button variant="subtle" onClick={() => setNaming(false)}>
          Leave it
        </Button>
      </form>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button ref={opener} variant="subtle">
          {present ? present.name : 'Saved searches'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {searches.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() =>
              put({
                show: one.show === 'new' ? undefined : one.show,
                words: one.words,
                source: one.sourceId ?? undefined,
                mention: undefined,
              })
            }
          >
            <bdi>{one.name}</bdi>
          </Menu.Item>
        ))}
        {searches.length > 0 && <Menu.Divider />}
        {present ? (
          <Menu.Item onClick={() => void forget(present.id)}>
            Forget <bdi>{present.name}</bdi>
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => setNaming(true)}>Save this search …</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
