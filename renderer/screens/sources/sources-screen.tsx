import { Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Screen } from '../../parts/screen.tsx';
import { AddSource } from './add-source.tsx';
import { SourceCard } from './source-card.tsx';
import classes from './sources.module.css';

/** What Porchlight listens to, how each source fares, and one box to add another. */
export default function SourcesScreen() {
  const sources = useQuery(api.sources.list.queryOptions());
  const { done, failed } = useDoing();

  async function bring(file: File | null) {
    if (!file) return;
    try {
      const result = await client.sources.importOpml({ content: await file.text() });
      const words = `${result.added} added${result.already ? `, ${result.already} were there already` : ''}${result.refused ? `, ${result.refused} could not be read` : ''}`;
      if (result.step) done(words, result.step);
      else failed(new Error(`Nothing new was added: ${words}.`));
    } catch (problem) {
      failed(problem);
    }
  }

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
          <FileButton accept=".opml,.xml,text/x-opml,text/xml" onChange={bring}>
            {(props) => (
              <Button {...props} variant="subtle">
                Bring in a list (OPML)
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
          </>
        )}
      </Loaded>
    </Screen>
  );
}
