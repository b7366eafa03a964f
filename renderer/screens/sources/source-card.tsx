import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Source } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { keyOfKind } from '../../../shared/wording/source-keys.ts';
import { client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { IdentityChoice } from './identity-choice.tsx';
import { KeyForm } from './key-form.tsx';
import { RequestLog } from './request-log.tsx';
import classes from './sources.module.css';

/** A source: what it is, how it fares in words, and what can be done with it. */
export function SourceCard({ source }: { source: Source }) {
  const { zone } = usePresent();
  const { done, failed } = useDoing();
  const [showing, setShowing] = useState<'nothing' | 'log' | 'name' | 'key'>('nothing');
  const [name, setName] = useState(source.name);
  const isFile = source.kind === 'file';
  const service = keyOfKind(source.kind);
  const wantsKey = service !== null && source.health !== 'well' && source.health !== 'paused';
  const toggle = (what: 'log' | 'name' | 'key') => setShowing(showing === what ? 'nothing' : what);

  const rename = () =>
    client.sources.change({ id: source.id, name }).then(({ step }) => {
      setShowing('nothing');
      done('Renamed', step);
    }, failed);
  const pause = () =>
    client.sources
      .change({ id: source.id, paused: !source.paused })
      .then(
        ({ step }) => done(source.paused ? 'Listening again' : 'Not listening for now', step),
        failed,
      );
  const remove = () =>
    client.sources
      .remove({ id: source.id })
      .then(({ step, kept }) => done(noLonger(source.name, kept), step), failed);

  return (
    <li className={classes.source}>
      <div>
        <h2 dir="auto">{source.name}</h2>
        {(source.home || !isFile) && (
          <p className={classes.quiet} dir="ltr">
            {source.home || source.address}
          </p>
        )}
        <p className={classes.quiet}>
          <span className={classes.health}>
            <span className={classes.light} data-health={source.health} aria-hidden />
            <span>{source.healthWords}</span>
          </span>{' '}
          {source.lastSuccessAt !== null && (
            <>
              Last heard <RelativeDay day={dayOf(source.lastSuccessAt, zone)} />.{' '}
            </>
          )}
          <Link href={`/listening?show=all&source=${source.id}`}>
            {source.mentions === 1
              ? '1 voice'
              : `${source.mentions.toLocaleString('en-GB')} voices`}
          </Link>
          {source.newMentions > 0 && `, ${source.newMentions.toLocaleString('en-GB')} new`}
        </p>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={`Rename ${source.name}`}
          onClick={() => toggle('name')}
        >
          Rename
        </Button>
        {wantsKey && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={showing === 'key'}
            aria-label={`Give the key for ${source.name}`}
            onClick={() => toggle('key')}
          >
            Give the key
          </Button>
        )}
        {!isFile && (
          <>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={`${source.paused ? 'Listen again to' : 'Pause'} ${source.name}`}
              onClick={pause}
            >
              {source.paused ? 'Listen again' : 'Pause'}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              aria-expanded={showing === 'log'}
              aria-label={`Last requests of ${source.name}`}
              onClick={() => toggle('log')}
            >
              Last requests
            </Button>
          </>
        )}
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={`Remove ${source.name}`}
          onClick={remove}
        >
          Remove
        </Button>
      </div>
      {showing === 'log' && (
        <div className={classes.log}>
          <RequestLog sourceId={source.id} />
          {source.kind !== 'file' && <IdentityChoice source={source} />}
        </div>
      )}
      {showing === 'key' && service && (
        <div className={classes.log}>
          <KeyForm
            service={service}
            address={source.address}
            onKept={() => setShowing('nothing')}
          />
        </div>
      )}
      {showing === 'name' && (
        <form
          className={`${classes.log} ${classes.add}`}
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <TextInput
            label="What you call it"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            autoFocus
          />
          <Button type="submit" variant="default">
            Save
          </Button>
        </form>
      )}
    </li>
  );
}

function noLonger(name: string, kept: number): string {
  const stays = kept === 1 ? 'the voice you dealt with stays' : `the ${kept} you dealt with stay`;
  return `No longer listening to ${name}${kept > 0 ? `; ${stays}` : ''}`;
}
