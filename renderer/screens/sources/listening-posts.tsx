import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import classes from './sources.module.css';
import { type Post, postWords, usePost } from './use-post.ts';

interface ListeningPostsProps {
  name: string;
  posts: readonly Post[];
  onKept: () => void;
}

/** Where a name may be spoken of, each with what it brings; several are kept at once. */
export function ListeningPosts({ name, posts, onKept }: ListeningPostsProps) {
  const { done, failed } = useDoing();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const choose = (address: string, isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(address);
      else next.delete(address);
      return next;
    });

  async function keep() {
    setBusy(true);
    const kept: string[] = [];
    try {
      for (const post of posts.filter(({ address }) => chosen.has(address))) {
        const { address, kind, name: called } = post;
        const { id } = await client.sources.add({ address, kind, name: called });
        kept.push(id);
      }
      onKept();
      done(
        kept.length === 1 ? 'Listening in one place more' : `Listening in ${kept.length} places`,
      );
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
    if (kept.length > 0) await client.sources.gather({ ids: kept }).catch(failed);
  }

  return (
    <Card tone="calm" title={<>Where people may speak of {name}</>}>
      <p className={classes.words}>
        That is no address, so these are searches for the name. Add the town if others are called
        the same.
      </p>
      <ul className={classes.posts}>
        {posts.map((post) => (
          <PostRow
            key={post.address}
            post={post}
            isChosen={chosen.has(post.address)}
            onChoose={(isChosen) => choose(post.address, isChosen)}
          />
        ))}
      </ul>
      <Button onClick={keep} loading={busy} disabled={chosen.size === 0}>
        {chosen.size < 2 ? 'Listen there' : `Listen in these ${chosen.size} places`}
      </Button>
    </Card>
  );
}

interface PostRowProps {
  post: Post;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One place, with its newest words. It is chosen by itself when it brings something. */
function PostRow({ post, isChosen, onChoose }: PostRowProps) {
  const look = usePost(post, ({ already, items, needsKey }) => {
    if (!already && !needsKey && items.length > 0) onChoose(true);
  });
  const preview = look.at === 'seen' ? look.preview : null;
  return (
    <li>
      <Checkbox
        label={post.name}
        description={postWords(look)}
        checked={isChosen}
        disabled={preview?.already != null}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {preview && preview.items.length > 0 && (
        <ul className={classes.items}>
          {preview.items.slice(0, 2).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a preview have no identity yet
            <li key={index} dir="auto">
              {item.title || item.excerpt}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
