import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Customer } from '../../../shared/contract/contract.ts';
import { personLink } from '../../../shared/person-link.ts';
import { useActions } from '../../app/actions.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { saveFile } from '../../parts/save-file.ts';
import { MergeWith } from '../people/duplicates/merge-with.tsx';
import { useExport } from '../people/export-people.ts';
import { ForgetPerson } from './forget/forget-person.tsx';

const types = { page: 'text/html', data: 'application/json' };

/** What is done with a person seldom: as a file, one with somebody else, or to the bin. */
export function PersonMenu({ person }: { person: Customer }) {
  const { done, failed, attempt } = useDoing();
  const [, navigate] = useLocation();
  const exportPeople = useExport();
  const [merging, setMerging] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const about = useQuery(api.house.about.queryOptions());
  // Otherwise nothing would open the link.
  const takesLinks = about.data?.installed === true;
  const ids = [person.id];

  async function bin() {
    if (await attempt(client.people.bin({ ids }), `${person.name} is in the bin`)) {
      navigate('/people');
    }
  }
  const copyLink = () =>
    navigator.clipboard
      .writeText(personLink(person.id))
      .then(() => done('The link is copied; on this machine it opens this page'), failed);
  const noteReturn = () =>
    attempt(client.people.cameBack({ id: person.id }), `Noted: ${person.name} came back today`);
  const save = () => exportPeople('vcard', ids);
  async function saveAll(format: 'page' | 'data') {
    try {
      const file = await client.exchange.exportPerson({ id: person.id, format });
      saveFile(file.fileName, file.content, types[format]);
      done(`Saved as ${file.fileName}. Others may be named in it: read it before you hand it on`);
    } catch (problem) {
      failed(problem);
    }
  }

  useActions([
    ...(takesLinks
      ? [{ id: 'person-link', label: `Copy a link to ${person.name}`, run: () => void copyLink() }]
      : []),
    {
      id: 'person-came-back',
      label: `${person.name} came back today`,
      words: 'return again',
      run: () => void noteReturn(),
    },
    { id: 'person-vcard', label: `Save ${person.name} as vCard`, run: () => void save() },
    {
      id: 'person-page',
      label: `Save everything about ${person.name}, to read or print`,
      words: 'export html what do you know of me',
      run: () => void saveAll('page'),
    },
    {
      id: 'person-data',
      label: `Save everything about ${person.name} as data`,
      words: 'export json',
      run: () => void saveAll('data'),
    },
    {
      id: 'person-merge',
      label: `Merge ${person.name} with somebody`,
      words: 'duplicate same',
      run: () => setMerging(true),
    },
    { id: 'person-bin', label: `Put ${person.name} in the bin`, run: () => void bin() },
    {
      id: 'person-forget',
      label: `Forget ${person.name} for good`,
      words: 'delete erase privacy gdpr',
      run: () => setForgetting(true),
    },
  ]);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="subtle">More</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void noteReturn()}>They came back today</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void save()}>Save as vCard</Menu.Item>
          <Menu.Item onClick={() => void saveAll('page')}>Save everything, to read</Menu.Item>
          <Menu.Item onClick={() => void saveAll('data')}>Save everything, as data</Menu.Item>
          {takesLinks && <Menu.Item onClick={() => void copyLink()}>Copy a link</Menu.Item>}
          <Menu.Divider />
          <Menu.Item onClick={() => setMerging(true)}>Merge with somebody …</Menu.Item>
          <Menu.Item onClick={() => void bin()}>Put in the bin</Menu.Item>
          <Menu.Item onClick={() => setForgetting(true)}>Forget this person …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {merging && <MergeWith person={person} onClose={() => setMerging(false)} />}
      {forgetting && (
        <ForgetPerson
          person={person}
          onClose={() => setForgetting(false)}
          onForgotten={() => navigate('/people')}
        />
      )}
    </>
  );
}
