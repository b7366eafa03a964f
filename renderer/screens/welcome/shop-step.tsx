import { Button, Checkbox, Loader, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Settings, SourcePreview } from '../../../shared/contract/contract.ts';
import { professionChoices } from '../../../shared/wording/professions.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import type { Post } from '../sources/use-post.ts';
import { ShopPosts } from './shop-posts.tsx';
import { StepFrame } from './step-frame.tsx';
import classes from './welcome.module.css';

/** What is the shop called, and where is it on the web: the page's feeds are found and offered. */
export function ShopStep({ settings, onNext }: { settings: Settings; onNext: () => void }) {
  const { failed } = useDoing();
  const [name, setName] = useState(settings.businessName);
  const [website, setWebsite] = useState(settings.website);
  const [profession, setProfession] = useState(settings.profession);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const look = useMutation({
    mutationFn: (address: string) => client.sources.preview({ address }),
    meta: { problem: 'shown' },
  });
  const found = look.data ?? [];
  const [posts, setPosts] = useState<readonly Post[]>([]);

  async function next(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      await client.settings.save({ businessName: name, website, profession });
      for (const post of posts) await client.sources.add(post);
      for (const preview of found) {
        if (preview.already === null && !left.includes(preview.address)) {
          await client.sources.add({
            address: preview.address,
            kind: preview.kind,
            name: preview.name,
          });
        }
      }
      onNext();
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <StepFrame
      step={1}
      title="What is your business called?"
      lead="With your web page Porchlight can find what there is to listen to. Both can be changed later."
    >
      <form onSubmit={next}>
        <Stack gap="md">
          <TextInput
            label="Its name"
            placeholder="Marchetti & Daughters"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoFocus
            maxLength={200}
          />
          <NativeSelect
            label="What you do"
            data={[...professionChoices]}
            value={profession}
            onChange={(event) => setProfession(event.currentTarget.value as Settings['profession'])}
          />
          <TextInput
            label="Its web page"
            description="If you have one"
            placeholder="www.example.com"
            inputMode="url"
            value={website}
            onChange={(event) => {
              setWebsite(event.currentTarget.value);
              look.reset();
            }}
            onBlur={() => website.trim() && !look.isSuccess && look.mutate(website.trim())}
            maxLength={2000}
            rightSection={look.isPending ? <Loader size="xs" /> : null}
          />
        </Stack>
        <div aria-live="polite">
          {look.isSuccess && <Found previews={found} left={left} onLeft={setLeft} />}
          {look.isError && (
            <p className={classes.heard}>
              Nothing could be found there just now. You can add what to listen to later, under
              Listening.
            </p>
          )}
        </div>
        {name.trim() && <ShopPosts key={name.trim()} name={name.trim()} onChosen={setPosts} />}
        <div className={classes.row}>
          <Button type="submit" size="md" loading={busy}>
            Next
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}

interface FoundProps {
  previews: readonly SourcePreview[];
  left: readonly string[];
  onLeft: (left: readonly string[]) => void;
}

/** What was found on the page; all of it is kept unless it is left out. */
function Found({ previews, left, onLeft }: FoundProps) {
  if (previews.length === 0) {
    return (
      <p className={classes.heard}>There is nothing to listen to on that page, and that is fine.</p>
    );
  }
  return (
    <div className={classes.found}>
      <p>
        {previews.length === 1
          ? 'There is something to listen to there:'
          : `There are ${previews.length} things to listen to there:`}
      </p>
      <Stack gap="xs">
        {previews.map((preview) => (
          <Checkbox
            key={`${preview.kind} ${preview.address}`}
            label={preview.name || preview.address}
            description={preview.describes}
            checked={!left.includes(preview.address)}
            onChange={(event) =>
              onLeft(
                event.currentTarget.checked
                  ? left.filter((address) => address !== preview.address)
                  : [...left, preview.address],
              )
            }
          />
        ))}
      </Stack>
    </div>
  );
}
