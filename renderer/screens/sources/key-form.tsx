import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type KeyService, keyWording } from '../../../shared/wording/source-keys.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { PlainSecret } from '../../parts/plain-secret.tsx';
import classes from './sources.module.css';

interface KeyFormProps {
  service: KeyService;
  /** What is known of the key that is here, such as a handle. */
  about?: string;
  /** What it shall open, when something waits for it. */
  address?: string;
  onKept: () => void;
}

/** Where to get a service's key, in three lines, and the place to put it. */
export function KeyForm({ service, about = '', address, onKept }: KeyFormProps) {
  const { lines, page, fields } = keyWording(service);
  const [values, setValues] = useState<Record<string, string>>(
    Object.fromEntries(fields.map(({ name, secret }) => [name, secret ? '' : about])),
  );
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setTold(null);
    try {
      await client.sources.keepKey({ service, values });
      const { works, words } = await client.sources.tryKey({ service, address });
      if (works) onKept();
      else setTold(`It is kept, but: ${words}`);
    } catch (problem) {
      setTold(sentenceOf(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={keep}>
      <Stack gap="sm">
        <ol className={classes.steps}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <div className={classes.keyFields}>
          {fields.map(({ name, label, example, secret }) => {
            const Field = secret ? PasswordInput : TextInput;
            return (
              <Field
                key={name}
                label={label}
                placeholder={example}
                value={values[name] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setValues((before) => ({ ...before, [name]: value }));
                }}
                autoComplete="off"
                maxLength={1000}
                required
              />
            );
          })}
        </div>
        <PlainSecret />
        {told && (
          <p role="alert" className={classes.problem}>
            {told}
          </p>
        )}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={busy}>
            Try it and keep it
          </Button>
          <Button
            variant="subtle"
            onClick={() => void client.house.open({ address: page }).catch(() => setTold(page))}
          >
            Open the page where it is made
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
