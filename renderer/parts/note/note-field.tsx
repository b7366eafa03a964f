import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { isMac } from '../../app/keyboard.ts';
import offersClasses from '../offers/offers.module.css';
import { typeInto } from '../offers/typed.ts';
import { useOffers } from '../offers/use-offers.tsx';
import type { ChosenPerson } from '../person-choice.tsx';
import { emphasised, nextItem } from './writing-helps.ts';

interface NoteFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Somebody was chosen after an `@`. */
  onPerson: (person: ChosenPerson) => void;
  error?: string;
}

/**
 * A plain field for Markdown with small helps: Ctrl+B and Ctrl+I, lists that go on by themselves,
 * customers after `@` and tags after `#`.
 */
export function NoteField({ value, onChange, onPerson, error }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const offers = useOffers(field, onPerson);
  return (
    <div className={offersClasses.field}>
      <Textarea
        ref={field}
        aria-label="The note"
        placeholder="What you want to remember"
        minRows={4}
        maxRows={18}
        autosize
        maxLength={50_000}
        value={value}
        dir="auto"
        autoFocus
        error={error}
        {...offers.aria}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          offers.look();
        }}
        onSelect={offers.look}
        onBlur={offers.close}
        onKeyDown={(event) => {
          if (offers.keys(event) || event.nativeEvent.isComposing) return;
          const { selectionStart, selectionEnd } = event.currentTarget;
          const mod = isMac ? event.metaKey : event.ctrlKey;
          const sign =
            mod && !event.shiftKey && ({ b: '**', i: '_' } as const)[event.key.toLowerCase()];
          const isPlain = !mod && !event.shiftKey && !event.altKey;
          const change = sign
            ? emphasised(value, selectionStart, selectionEnd, sign)
            : event.key === 'Enter' && isPlain && selectionStart === selectionEnd
              ? nextItem(value, selectionStart)
              : undefined;
          if (!change) return;
          event.preventDefault();
          typeInto(event.currentTarget, change);
        }}
      />
      {offers.list}
    </div>
  );
}
