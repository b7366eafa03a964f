import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Mention } from '../../shared/contract/contract.ts';
import { client } from '../app/client.ts';
import { useDoing } from '../app/undo.ts';
import { SafeHtml } from './safe-html.tsx';
import classes from './voice-words.module.css';

/** The words as they were said; their pictures only when somebody asks for them. */
export function VoiceWords({ voice }: { voice: Mention }) {
  const { failed } = useDoing();
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<Record<string, 'asked' | number>>({});

  async function show(host: string) {
    setAsked((before) => ({ ...before, [host]: 'asked' }));
    try {
      const found = await client.mentions.pictures({ id: voice.id, host });
      setPictures(
        (before) =>
          new Map([...before, ...found.pictures.map((one) => [one.address, one.data] as const)]),
      );
      setAsked((before) => ({ ...before, [host]: found.missing }));
    } catch (problem) {
      setAsked(({ [host]: _gone, ...rest }) => rest);
      failed(problem);
    }
  }

  return (
    <>
      <div dir="auto" lang={voice.language || undefined}>
        {voice.html ? <SafeHtml html={voice.html} pictures={pictures} /> : <p>{voice.text}</p>}
      </div>
      {voice.pictureHosts.map((host) => {
        const state = asked[host];
        if (typeof state === 'number') {
          return state === 0 ? null : (
            <p key={host} className={classes.quiet} role="status">
              {state === 1 ? 'One picture' : `${state} pictures`} from {host} could not be had.
            </p>
          );
        }
        return (
          <Button
            key={host}
            variant="subtle"
            size="compact-md"
            loading={state === 'asked'}
            onClick={() => void show(host)}
          >
            Show pictures from {host}
          </Button>
        );
      })}
    </>
  );
}
