import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { api } from '../../../app/client.ts';
import { InlineForm } from '../../../parts/inline-form/inline-form.tsx';
import classes from '../block.module.css';
import { Block } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';

interface TagsProps {
  person: Customer;
  change: ChangePerson;
}

/** Somebody's tags; each leads to everybody who has it. */
export function Tags({ person, change }: TagsProps) {
  return (
    <Block
      title="Tags"
      action={person.tags.length > 0 ? 'Change' : 'Add'}
      actionLabel={person.tags.length > 0 ? 'Change the tags' : 'Add tags'}
      replaces
      form={(close) => (
        <TagsForm
          tags={person.tags}
          onSave={(tags) => change('Tags changed', { tags })}
          onClose={close}
        />
      )}
    >
      {person.tags.length > 0 && (
        <ul className={classes.tags}>
          {person.tags.map((tag) => (
            <li key={tag}>
              <Link href={`/people?tag=${encodeURIComponent(tag)}`} className={classes.tag}>
                <bdi>{tag}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

interface TagsFormProps {
  tags: readonly string[];
  onSave: (tags: string[]) => Promise<void>;
  onClose: () => void;
}

function TagsForm({ tags, onSave, onClose }: TagsFormProps) {
  const known = useQuery(api.people.tags.queryOptions());
  const [chosen, setChosen] = useState<string[]>([...tags]);
  const [typed, setTyped] = useState('');
  return (
    <InlineForm
      label="Tags"
      fields={['tags']}
      // What is still in the field is meant too.
      onSave={() => onSave([...new Set([...chosen, typed.trim()])].filter(Boolean))}
      onClose={onClose}
    >
      {(problemAt) => (
        <TagsInput
          aria-label="Tags"
          placeholder="Type, then Enter"
          data={(known.data ?? []).map(({ tag }) => tag)}
          value={chosen}
          onChange={setChosen}
          searchValue={typed}
          onSearchChange={setTyped}
          error={problemAt('tags')}
          maxTags={60}
          autoFocus
        />
      )}
    </InlineForm>
  );
}
