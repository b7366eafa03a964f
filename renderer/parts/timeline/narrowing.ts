import { useDebouncedValue } from '@mantine/hooks';
import { useSearchParams } from 'wouter';
import type { Medium, TimelineEntry, TimelineFilter } from '../../../shared/contract/contract.ts';

type Kind = TimelineEntry['kind'];

/** What can be looked at alone, by its word in the address. */
export const kindsOffered: { value: string; label: string; kinds?: Kind[] }[] = [
  { value: 'all', label: 'Everything' },
  { value: 'conversation', label: 'Conversations', kinds: ['conversation'] },
  { value: 'note', label: 'Notes', kinds: ['note'] },
  { value: 'follow-up', label: 'Follow-ups', kinds: ['follow-up'] },
  { value: 'voices', label: 'Voices', kinds: ['mention', 'answer'] },
];

/** In which the person was spoken of without being there; shown while it is asked for. */
export const spokenOfKind = { value: 'spoken-of', label: 'Spoken of' };

/** How a timeline is narrowed, by its words in the address. */
export interface Narrowing {
  kind: string;
  by: string;
  words: string;
  tag: string;
  from: string;
  to: string;
  /** The id of somebody with whom, in the timeline of the house. */
  with: string;
}

const words: (keyof Narrowing)[] = ['kind', 'by', 'words', 'tag', 'from', 'to', 'with'];

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** How the timeline of the address is narrowed, the filter that asks for it, and how to change it. */
export function useNarrowing(personId: string | undefined) {
  const [params, setParams] = useSearchParams();
  const chosen = Object.fromEntries(
    words.map((word) => [word, params.get(word) ?? '']),
  ) as unknown as Narrowing;
  const [settledWords] = useDebouncedValue(chosen.words, 200);

  const change = (changes: Partial<Narrowing>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('entry');
        for (const [word, value] of Object.entries(changes)) {
          if (value) next.set(word, value);
          else next.delete(word);
        }
        return next;
      },
      { replace: true },
    );

  const kinds = kindsOffered.find(({ value }) => value === chosen.kind)?.kinds;
  const isSpokenOf = personId !== undefined && chosen.kind === spokenOfKind.value;
  const filter: TimelineFilter = {
    customerId: isSpokenOf ? undefined : (personId ?? (chosen.with || undefined)),
    spokenOf: isSpokenOf ? personId : undefined,
    kinds,
    media: chosen.by ? [chosen.by as Medium] : undefined,
    words: settledWords,
    tag: chosen.tag || undefined,
    from: isDay(chosen.from) ? chosen.from : undefined,
    to: isDay(chosen.to) ? chosen.to : undefined,
  };
  const isNarrow = words.some((word) => word !== 'kind' && chosen[word] !== '');
  return { chosen, filter, change, isNarrow, wanted: params.get('entry') };
}
