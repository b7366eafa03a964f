import { Modal, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SearchHit } from '../../shared/contract/contract.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { type Action, actionsFor, isNamed, useAllActions } from './actions.ts';
import { api } from './client.ts';
import classes from './palette.module.css';
import { placeOf } from './places.ts';
import { sentenceOf } from './problems.ts';

interface Choice {
  id: string;
  title: string;
  under?: string;
  keys?: string;
  run: () => void;
}

interface ChoiceGroup {
  title: string;
  choices: Choice[];
}

const kinds: readonly [SearchHit['kind'], string][] = [
  ['customer', 'People'],
  ['conversation', 'Conversations'],
  ['note', 'Notes'],
  ['follow-up', 'Follow-ups'],
  ['mention', 'What was said'],
  ['lesson', 'Lessons'],
];

function grouped(hits: readonly SearchHit[], go: (place: string) => void): ChoiceGroup[] {
  return kinds
    .map(([kind, title]) => ({
      title,
      choices: hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => ({
          id: `${kind}:${hit.id}`,
          title: hit.title || hit.excerpt,
          under: hit.title ? hit.excerpt : undefined,
          run: () => go(placeOf(hit)),
        })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

const asChoice = ({ id, label, keys, run }: Action): Choice => ({
  id: `action:${id}`,
  title: label,
  keys,
  run,
});

interface PaletteProps {
  opened: boolean;
  onClose: () => void;
  /** Logs a conversation that begins with these words. */
  onLog: (words: string) => void;
}

/** Finds anything and does anything: type, choose with the arrows, Enter. */
export function Palette({ opened, onClose, onLog }: PaletteProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="38rem"
      centered={false}
      yOffset="12vh"
      // At once: the first letters may follow Ctrl K without a pause.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay blur={2} />
      <Modal.Content aria-label="Find or do something" className={classes.sheet}>
        <Finder onClose={onClose} onLog={onLog} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ onClose, onLog }: Omit<PaletteProps, 'opened'>) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 120);
  const [, navigate] = useLocation();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const all = useAllActions();
  const found = useQuery({
    ...api.search.find.queryOptions({ input: { words, limit: 24 } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });

  const hits = typed.trim() === '' ? [] : grouped(found.data?.hits ?? [], navigate);
  const line = typed.trim();
  const fitting = actionsFor(line, all);
  const actions = fitting.map(asChoice);
  // Until the search has answered, what is there was found for fewer letters.
  const answered = line === '' || (words === line && !found.isFetching);
  if (/\p{L}\s+\p{L}/u.test(line) && answered) {
    actions.push({ id: 'log-this', title: `Log “${line}”`, run: () => onLog(line) });
  }
  const toDo = { title: 'Do', choices: actions };
  // An action that is called by its name stays first, before and after the search has answered.
  const isCalled = fitting.some((action) => isNamed(line, action));
  const groups = (isCalled ? [toDo, ...hits] : [...hits, toDo]).filter(
    ({ choices }) => choices.length > 0,
  );
  const choices = groups.flatMap((group) => group.choices);
  const [marked, setMarked] = useState(0);
  // Enter came before the answer: it is meant for what these letters find.
  const [entered, setEntered] = useState(false);
  const at = Math.min(marked, Math.max(0, choices.length - 1));

  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [list, at]);

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.run();
  };
  useEffect(() => {
    if (!entered || !answered) return;
    setEntered(false);
    choose(choices[at]);
  });
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const to = steps[event.key];
    if (to !== undefined && choices.length > 0) {
      event.preventDefault();
      setMarked((to + choices.length) % choices.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // What can be done is known at once, and is meant where it stands.
      const first = choices[at];
      const isAction = first !== undefined && actions.includes(first);
      if (answered || marked > 0 || isAction) choose(first);
      else setEntered(true);
    }
  };

  const outcome = found.error
    ? sentenceOf(found.error)
    : choices.length === 0 && !found.isFetching
      ? 'Nothing by that name. Try fewer letters.'
      : '';
  return (
    <>
      <input
        ref={field}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices.length > 0 ? `${list}-${at}` : undefined}
        aria-label="Find somebody or something"
        placeholder="A name, a word, or what you want to do"
        autoComplete="off"
        spellCheck={false}
        className={classes.field}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
          setEntered(false);
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label="Found" className={classes.list}>
        {groups.map((group) => (
          <Group
            key={group.title}
            group={group}
            list={list}
            first={choices.indexOf(group.choices[0] as Choice)}
            at={at}
            onMark={setMarked}
            onChoose={choose}
          />
        ))}
      </div>
      <p role="status" className={classes.outcome}>
        {outcome || <VisuallyHidden>{choices.length} found</VisuallyHidden>}
      </p>
    </>
  );
}

interface GroupProps {
  group: ChoiceGroup;
  list: string;
  /** The place of its first choice among all. */
  first: number;
  at: number;
  onMark: (index: number) => void;
  onChoose: (choice: Choice) => void;
}

function Group({ group, list, first, at, onMark, onChoose }: GroupProps) {
  const heading = `${list}-${group.title}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox
    <div role="group" aria-labelledby={heading}>
      <div id={heading} className={classes.heading}>
        {group.title}
      </div>
      {group.choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: an option is named by the field, never focused
        <div
          key={choice.id}
          id={`${list}-${first + index}`}
          role="option"
          aria-selected={first + index === at}
          className={classes.choice}
          onMouseMove={() => onMark(first + index)}
          onClick={() => onChoose(choice)}
        >
          <span className={classes.title} dir="auto">
            {choice.title}
          </span>
          {choice.under && (
            <span className={classes.under} dir="auto">
              {choice.under}
            </span>
          )}
          {choice.keys && (
            <span className={classes.keys} aria-hidden="true">
              <KeyHint keys={choice.keys} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
