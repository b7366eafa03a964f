import { Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, client } from '../../app/client.ts';
import { lookAtFiles } from '../../app/dropped-file.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Screen } from '../../parts/screen.tsx';
import { AddSource } from './add-source.tsx';
import { AllThatCannotBeHad } from './cannot-be-had.tsx';
import { KeysSection } from './keys-section.tsx';
import { SourceCard } from './source-card.tsx';
import classes from './sources.module.css';

/** What Porchlight listens to, how each source fares, and one box to add another. */
export default function SourcesScreen() {
  const sources = useQuery(api.sources.list.queryOptions());
  const { failed } = useDoing();

  const takeOut = () =>
    client.sources
      .exportOpml()
      .then(({ fileName, content }) => saveFile(fileName, content, 'text/x-opml'), failed);

  return (
    <Screen
      title="Sources"
      lead="Where Porchlight keeps an ear. Everything is gathered on this machine, and politely."
      actions={
        <>
          <FileButton
            accept=".json,.zip,.csv,.tsv,.txt,.opml,.xml"
            multiple
            onChange={lookAtFiles}
            inputProps={{ 'aria-label': 'Files with reviews or sources' }}
          >
            {(props) => (
              <Button {...props} variant="subtle">
                Bring in a file
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" onClick={takeOut}>
            Save the list
          </Button>
          <Button component={Link} href="/listening" variant="default">
            Back to the voices
          </Button>
        </>
      }
    >
      <Loaded query={sources}>
        {(list) => (
          <>
            <AddSource autoFocus={list.length === 0} />
            {list.length > 0 && (
              <ul className={classes.list} aria-label="Sources">
                {list.map((source) => (
                  <SourceCard key={source.id} source={source} />
                ))}
              </ul>
            )}
            <div className={classes.more}>
              <Card title="By file">
                <p className={classes.words}>
                  Drop a file anywhere on this window: the reviews of your business from Google
                  Takeout (the archive as it is), a table of reviews (CSV), or a list of feeds
                  (OPML). You see what is in it before anything is kept.
                </p>
              </Card>
              <KeysSection />
              <AllThatCannotBeHad />
            </div>
          </>
        )}
      </Loaded>
    </Screen>
  );
}
