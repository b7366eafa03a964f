import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { api, client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useOpening } from '../../parts/use-opening.ts';
import classes from './tags-dialog.module.css';

/** Every tag and who has it; a tag is renamed, or taken away, everywhere at once. */
export function TagsDialog({ onClose }: { onClose: () => void }) {
  const tags = useQuery(api.people.tags.queryOptions());
  return (
    <Modal opened onClose={onClose} title="Tags" size="34rem">
      <Loaded query={tags}>
        {(known) =>
          known.length === 0 ? (
            <p className={classes.nothing}>
              Nobody has a tag yet. Tick some people and give them one, or write it on a page.
            </p>
          ) : (
            <ul className={classes.tags}>
              {known.map(({ tag, people }) => (
                <TagRow key={tag} tag={tag} people={people} onClose={onClose} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Modal>
  );
}

interface TagRowProps {
  tag: string;
  people: number;
  onClose: () => void;
}

function TagRow({ tag, people, onClose }: TagRowProps) {
  const { attempt } = useDoing();
  const { open, setOpen, opener } = useOpening();

  const drop = () => attempt(client.people.dropTag({ tag }), `Took “${tag}” from everybody`);

  if (open) {
    return (
      <li>
        <RenameForm tag={tag} onClose={() => setOpen(false)} />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <span>
        <Link
          href={`/people?tag=${encodeURIComponent(tag)}`}
          className={classes.tag}
          onClick={onClose}
        >
          <bdi>{tag}</bdi>
        </Link>{' '}
        <span className={classes.soft}>{people === 1 ? 'one person' : `${people} people`}</span>
      </span>
      <span>
        <Button
          ref={opener}
          variant="subtle"
          size="compact-md"
          aria-label={`Rename ${tag}`}
          onClick={() => setOpen(true)}
        >
          Rename
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={`Remove ${tag} from everybody`}
          onClick={() => void drop()}
        >
          Remove
        </Button>
      </span>
    </li>
  );
}

function RenameForm({ tag, onClose }: { tag: string; onClose: () => void }) {
  const { done } = useDoing();
  const [to, setTo] = useState(tag);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const name = to.trim();
    if (name === '') {
      setProblem('Write its new name first.');
      return;
    }
    if (name === tag) {
      onClose();
      return;
    }
    try {
      const { step } = await client.people.renameTag({ tag, to: name });
      onClose();
      done(`“${tag}” is now “${name}”`, step);
    } catch (failure) {
      setProblem(sentenceOf(failure));
    }
  }

  return (
    <form
      onSubmit={save}
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        aria-label={`New name of ${tag}`}
        value={to}
        onChange={(event) => {
          setTo(event.currentTarget.value);
          setProblem(null);
        }}
        error={problem}
        maxLength={60}
        dir="auto"
        autoFocus
      />
      <Button type="submit" variant="light">
        Rename
      </Button>
      <Button variant="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
