import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/client.ts';
import classes from './chosen-bar.module.css';

interface TagChosenProps {
  /** Gives everybody ticked the tag; answers whether it was done. */
  onTag: (tag: string) => Promise<boolean>;
  /** Takes it from everybody ticked who has it. */
  onUntag: (tag: string) => Promise<boolean>;
  onClose: () => void;
}

/** Gives everybody who is ticked the same tag, one in use or a new one. */
export function TagChosen({ onTag, onUntag, onClose }: TagChosenProps) {
  const tags = useQuery(api.people.tags.queryOptions());
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function change(work: (tag: string) => Promise<boolean>) {
    if (tag.trim() === '') setProblem('Write the tag first.');
    else if (await work(tag.trim())) onClose();
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void change(onTag);
      }}
      className={classes.tagging}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Autocomplete
        aria-label="A tag for them"
        placeholder="A tag for them"
        data={(tags.data ?? []).map((one) => one.tag)}
        value={tag}
        onChange={(typed) => {
          setTag(typed);
          setProblem(null);
        }}
        error={problem}
        maxLength={60}
        comboboxProps={{ position: 'top' }}
        autoFocus
      />
      <Button type="submit" variant="light">
        Tag them
      </Button>
      <Button variant="subtle" onClick={() => void change(onUntag)}>
        Take it away
      </Button>
      <Button variant="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
