import { MultiSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { useSaving } from './use-saving.ts';

const names = new Intl.DisplayNames('en-GB', { type: 'language' });

/** Of the languages there are, those of this machine; the first that is only near, else none. */
export function usualLanguages(
  known: readonly string[],
  wanted: readonly string[] = navigator.languages,
): string[] {
  const exact = wanted.filter((language) => known.includes(language));
  if (exact.length > 0) return exact.slice(0, 2);
  const near = wanted
    .map((language) => language.split('-')[0])
    .flatMap((start) => known.find((language) => language.split('-')[0] === start) ?? []);
  return near.slice(0, 1);
}

/** Whether the desktop app looks through what is written, and in which languages. */
export function Spelling({ settings }: { settings: Settings }) {
  const save = useSaving();
  const { data } = useQuery(api.settings.spellingLanguages.queryOptions());
  const known = data?.languages ?? [];
  const { spelling, spellingLanguages } = settings;
  const choose = (on: boolean) =>
    save({
      spelling: on,
      ...(on && spellingLanguages.length === 0 && { spellingLanguages: usualLanguages(known) }),
    });
  return (
    <>
      <Switch
        label="Mark words that are misspelt"
        description={
          known.length > 0
            ? 'The dictionary of each language is fetched once, from Google. What you write stays here.'
            : undefined
        }
        checked={spelling}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {spelling && known.length > 0 && (
        <MultiSelect
          label="In these languages"
          data={known
            .map((value) => ({ value, label: names.of(value) ?? value }))
            .sort((one, other) => one.label.localeCompare(other.label))}
          value={spellingLanguages}
          onChange={(chosen) => save({ spellingLanguages: chosen })}
          maxValues={10}
          searchable
          nothingFoundMessage="No language by that name"
        />
      )}
    </>
  );
}
