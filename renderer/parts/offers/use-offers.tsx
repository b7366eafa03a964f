import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { folded } from '../../../shared/names.ts';
import { tagInText, tagKey } from '../../../shared/note-words.ts';
import { api } from '../../app/client.ts';
import type { ChosenPerson } from '../person-choice.tsx';
import { PersonName } from '../person-name.tsx';
import classes from './offers.module.css';
import { typeInto, type Wanted, wantedAt } from './typed.ts';

interface Offer {
  key: string;
  shown: ReactNode;
  /** What stands in the text when it is chosen. */
  text: string;
  person?: ChosenPerson;
}

/** More than this nobody reads while typing; those found are more, so that the best can come first. */
const most = 6;
const found = 40;
/** So high is the list at most, in pixels (17rem). */
const highest = 272;

/**
 * Offers customers after `@` and tags after `#` while a field is written in. `keys` goes first in
 * the field's onKeyDown (it answers whether the key was its own), `look` in onSelect and onChange,
 * `list` beside the field. Where the `@` does not stay (`bare`), only the name is written.
 */
export function useOffers(
  field: RefObject<HTMLTextAreaElement | null>,
  onPerson: (person: ChosenPerson) => void,
  { bare = false }: { bare?: boolean } = {},
) {
  const id = useId();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [marked, setMarked] = useState(0);
  const offers = useFound(wanted);
  const at = Math.min(marked, offers.length - 1);
  const isOpen = wanted !== null && offers.length > 0;

  function look() {
    const { value, selectionStart, selectionEnd } = field.current ?? {
      value: '',
      selectionStart: 0,
      selectionEnd: 1,
    };
    const next = selectionStart === selectionEnd ? wantedAt(value, selectionStart) : null;
    setWanted(next);
    if (next?.words !== wanted?.words) setMarked(0);
  }

  function choose(offer: Offer | undefined) {
    const { current } = field;
    if (!offer || !wanted || !current) return;
    const text = `${bare && offer.person ? offer.person.name : offer.text} `;
    const end = wanted.start + text.length;
    typeInto(current, {
      start: wanted.start,
      end: current.selectionStart,
      text,
      select: [end, end],
    });
    if (offer.person) onPerson(offer.person);
    setWanted(null);
  }

  function keys(event: KeyboardEvent): boolean {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const to = steps[event.key];
    if (to !== undefined) setMarked((to + offers.length) % offers.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offers[at]);
    else if (event.key === 'Escape') setWanted(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const list = isOpen && (
    <div
      id={id}
      role="listbox"
      aria-label={wanted.sign === '@' ? 'Customers' : 'Tags'}
      data-above={isLow(field.current) || undefined}
      className={classes.offers}
    >
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: an option is named by the field, never focused
        <div
          key={offer.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes.offer}
          // Before the field loses the focus.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setMarked(index)}
          onClick={() => choose(offer)}
        >
          {offer.shown}
        </div>
      ))}
    </div>
  );
  const aria = {
    // A dialog around it is not closed by the Escape that closes the list.
    'data-mantine-stop-propagation': isOpen || undefined,
    'aria-autocomplete': 'list' as const,
    'aria-haspopup': 'listbox' as const,
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': isOpen ? `${id}-${at}` : undefined,
  };
  return { aria, keys, look, list, close: () => setWanted(null) };
}

/** Whether any word of a name begins so; others were found by something else that is known of them. */
function begins(name: string, words: string): boolean {
  return ` ${folded(name)}`.includes(` ${folded(words)}`);
}

/** Whether below the field is no room for the list, and above it is. */
function isLow(field: HTMLElement | null): boolean {
  const { top, bottom } = field?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return window.innerHeight - bottom < highest && top > highest;
}

function useFound(wanted: Wanted | null): Offer[] {
  const people = useQuery(
    api.people.list.queryOptions({
      input: { words: wanted?.words ?? '', limit: found, offset: 0 },
      enabled: wanted?.sign === '@',
      placeholderData: keepPreviousData,
    }),
  );
  const isTag = wanted?.sign === '#';
  const said = useQuery(api.timeline.tags.queryOptions({ enabled: isTag }));
  const carried = useQuery(api.people.tags.queryOptions({ enabled: isTag }));
  if (wanted?.sign === '@') {
    const begun = (name: string) => (begins(name, wanted.words) ? 0 : 1);
    const rows = (people.data?.rows ?? []).toSorted((a, b) => begun(a.name) - begun(b.name));
    return rows.slice(0, most).map(({ id, name, company }) => ({
      key: id,
      shown: (
        <>
          <PersonName name={name} />
          {company && company !== name && <span className={classes.soft}> · {company}</span>}
        </>
      ),
      text: `@${name}`,
      person: { id, name },
    }));
  }
  if (!isTag) return [];
  const begun = tagKey(wanted.words);
  const tags = [...(said.data ?? []), ...(carried.data ?? [])].map(({ tag }) => tagInText(tag));
  return [...new Map(tags.map((tag) => [tagKey(tag.slice(1)), tag]))]
    .filter(([key]) => key.startsWith(begun) && key !== begun && key !== '')
    .slice(0, most)
    .map(([key, tag]) => ({ key, shown: tag, text: tag }));
}
