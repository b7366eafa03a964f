import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceKeyState } from '../../../shared/contract/contract.ts';
import { keyWording } from '../../../shared/wording/source-keys.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { KeyForm } from './key-form.tsx';
import classes from './sources.module.css';

/** The services that answer only to a key, which of them are here, and how to get the others. */
export function KeysSection() {
  const keys = useQuery(api.sources.keys.queryOptions());
  return (
    <Card title="With a key of your own">
      <p className={classes.words}>
        These answer only to a key, which costs nothing. It is kept on this machine, and goes into
        no list, backup or export.
      </p>
      <Loaded query={keys}>
        {(list) => (
          <ul className={classes.keys} aria-label="Keys">
            {list.map((key) => (
              <KeyRow key={key.service} {...key} />
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

function KeyRow({ service, kept, about }: SourceKeyState) {
  const { done, failed } = useDoing();
  const [open, setOpen] = useState(false);
  const { name } = keyWording(service);
  const forget = () =>
    client.sources.forgetKey({ service }).then(() => done(`${name}: the key is forgotten`), failed);
  const check = () =>
    client.sources.tryKey({ service }).then(({ words }) => done(`${name}: ${words}`), failed);
  return (
    <li>
      <div className={classes.key}>
        <div>
          <h3>{name}</h3>
          <p className={classes.quiet}>
            {kept ? `A key is here${about ? ` (${about})` : ''}.` : 'No key yet.'}
          </p>
        </div>
        <div className={classes.buttons}>
          {kept && (
            <>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Try the key: ${name}`}
                onClick={check}
              >
                Try it
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Forget the key: ${name}`}
                onClick={forget}
              >
                Forget it
              </Button>
            </>
          )}
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={open}
            aria-label={`${kept ? 'Change the key' : 'Give a key'}: ${name}`}
            onClick={() => setOpen(!open)}
          >
            {kept ? 'Change it' : 'Give a key'}
          </Button>
        </div>
      </div>
      {open && (
        <KeyForm
          service={service}
          about={about}
          onKept={() => {
            setOpen(false);
            done(`${name}: it works`);
          }}
        />
      )}
    </li>
  );
}
