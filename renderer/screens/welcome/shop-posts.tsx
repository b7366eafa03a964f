import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { type Post, postWords, usePost } from '../sources/use-post.ts';
import classes from './welcome.module.css';

/** The places that are offered here; the others are found under Sources. */
const fewest = 3;

interface ShopPostsProps {
  name: string;
  onChosen: (posts: readonly Post[]) => void;
}

/** Where people may speak of the shop. Nobody is asked before the person wants it. */
export function ShopPosts({ name, onChosen }: ShopPostsProps) {
  const { failed } = useDoing();
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);

  const find = () =>
    client.sources
      .typed({ typed: name })
      .then((typed) => setPosts(typed.posts.slice(0, fewest)), failed);
  const choose = (address: string, isChosen: boolean) => {
    const others = chosen.filter((one) => one !== address);
    const next = isChosen ? [...others, address] : others;
    setChosen(next);
    onChosen(posts?.filter((post) => next.includes(post.address)) ?? []);
  };

  if (posts === null) {
    return (
      <p className={classes.heard}>
        <Button variant="subtle" px={0} onClick={find}>
          See where people may speak of it
        </Button>
      </p>
    );
  }
  if (posts.length === 0) return null;
  return (
    <div className={classes.found}>
      <p>People may speak of it here:</p>
      <Stack gap="xs">
        {posts.map((post) => (
          <PostChoice
            key={post.address}
            post={post}
            isChosen={chosen.includes(post.address)}
            onChoose={(isChosen) => choose(post.address, isChosen)}
          />
        ))}
      </Stack>
    </div>
  );
}

interface PostChoiceProps {
  post: Post;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One place, with what was said there last. */
function PostChoice({ post, isChosen, onChoose }: PostChoiceProps) {
  const look = usePost(post);
  const newest = look.at === 'seen' ? look.preview.items[0] : undefined;
  return (
    <Checkbox
      label={post.name}
      description={[postWords(look), newest && (newest.title || newest.excerpt)]
        .filter(Boolean)
        .join(' ')}
      checked={isChosen}
      disabled={look.at === 'seen' && look.preview.already !== null}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
  );
}
