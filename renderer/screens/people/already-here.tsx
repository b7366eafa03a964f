import { Anchor, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { api } from '../../app/client.ts';
import { PersonName } from '../../parts/person-name.tsx';
import type { NewPerson } from './new-form.ts';

interface AlreadyHereProps {
  person: NewPerson;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Says quietly when somebody of that name is here already, so that nobody is there twice. */
export function AlreadyHere({ person, onOpen, onClose }: AlreadyHereProps) {
  const { givenName, familyName, company } = person;
  const bothNames = givenName.trim() !== '' && familyName.trim() !== '';
  const name = bothNames ? `${givenName} ${familyName}`.trim() : company.trim();
  const [words] = useDebouncedValue(name, 250);
  const found = useQuery(
    api.people.list.queryOptions({
      input: { words, limit: 3, offset: 0 },
      enabled: [...words].length > 1,
    }),
  );
  const here = words === name ? (found.data?.rows ?? []) : [];
  if (name === '' || here.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {here.length === 1 ? 'Somebody like that is here already: ' : 'Here already: '}
      {here.map((row, index) => (
        <Fragment key={row.id}>
          {index > 0 && ', '}
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              onClose();
              onOpen(row.id);
            }}
          >
            <PersonName name={row.name} />
          </Anchor>
        </Fragment>
      ))}
    </Text>
  );
}
