import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { MentionRow as Row } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import type { ListHandle } from '../../parts/list-of-rows.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { usePages } from '../../parts/pages.ts';
import { ProblemState } from '../../parts/problem-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { AnswersBegun } from './answers-begun.tsx';
import { ChosenVoices } from './chosen-voices.tsx';
import { GatherButton } from './gather-button.tsx';
import classes from './listening.module.css';
import { ListeningBar } from './listening-bar.tsx';
import { MentionView } from './mention-view.tsx';
import { NothingHeard } from './nothing-heard.tsx';
import { useChosen } from './use-chosen.ts';
import { useDepartures } from './use-departures.ts';
import { usePlace } from './use-place.ts';
import { useTriage } from './use-triage.ts';
import { useTriageKeys } from './use-triage-keys.ts';
import { VoicesList } from './voices-list.tsx';

/** What is said about the business: read, sorted and given to the people who said it. */
export default function ListeningScreen() {
  const place = usePlace();
  const { filter, words, sourceId, open, put } = place;
  const sources = useQuery(api.sources.list.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const list = useRef<ListHandle<Row>>(null);
  const reading = useRef<HTMLElement>(null);

  const order = settings.data?.voicesOrder ?? 'matters';
  const input = {
    words,
    sourceId,
    order,
    state: filter === 'all' || filter === 'starred' ? undefined : filter,
    starred: filter === 'starred' ? true : undefined,
  };
  const key = api.mentions.list.key({ input });
  const departures = useDepartures(key);
  const pages = usePages(key, (page) =>
    departures.without(() => client.mentions.list({ ...input, ...page })),
  );
  const triage = useTriage(filter, departures);
  const chosen = useChosen(JSON.stringify(key));
  const { onwards } = useTriageKeys({ list, reading, pages, chosen, triage, place });
  useShortcut({
    keys: 'escape',
    label: chosen.all.length > 0 ? 'Choose none' : 'Close the voice',
    run: () => (chosen.all.length > 0 ? chosen.none() : put({ mention: undefined })),
    while: chosen.all.length > 0 || open !== undefined,
  });

  return (
    <Screen
      title="Listening"
      lead="What people say about you, one voice at a time."
      width="wide"
      actions={
        <>
          <Button component={Link} href="/listening/rules" variant="subtle">
            Rules
          </Button>
          <Button component={Link} href="/listening/sources" variant="subtle">
            Sources
          </Button>
          <GatherButton />
        </>
      }
    >
      {filter === 'new' && open === undefined && <AnswersBegun />}
      <ListeningBar place={place} sources={sources.data ?? []} order={order} />
      {pages.error ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : pages.total === undefined ? (
        <LoadingState />
      ) : (
        <div className={classes.columns} data-reading={open !== undefined || undefined}>
          <div className={classes.list}>
            {pages.total === 0 ? (
              <NothingHeard
                none={sources.data?.length === 0}
                filter={filter}
                searching={words !== ''}
              />
            ) : (
              <VoicesList handle={list} pages={pages} chosen={chosen} place={place} />
            )}
          </div>
          {open && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll, also by keyboard
            <section ref={reading} className={classes.reading} aria-label="The voice" tabIndex={0}>
              <MentionView
                id={open}
                triage={triage}
                onClose={() => put({ mention: undefined })}
                onOpen={(id) => put({ mention: id })}
                onDealt={onwards}
              />
            </section>
          )}
        </div>
      )}
      <ChosenVoices chosen={chosen} triage={triage} />
    </Screen>
  );
}
