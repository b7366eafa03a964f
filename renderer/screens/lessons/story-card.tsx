import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Story } from '../../../shared/contract/contract.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { saveFile } from '../../parts/save-file.ts';
import classes from './lessons.module.css';
import { drawStory } from './story-image.ts';

const leaves: { value: Story['leave']; label: string }[] = [
  { value: 'not-asked', label: 'not asked yet' },
  { value: 'asked', label: 'asked' },
  { value: 'given', label: 'given' },
  { value: 'refused', label: 'refused' },
];

/** A story: their words, their leave, and the card that may be shown. */
export function StoryCard({ story }: { story: Story }) {
  const { done, failed } = useDoing();
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const [name, setName] = useState(story.shownName);
  useEffect(() => setName(story.shownName), [story.shownName]);
  const given = story.leave === 'given';
  const signed = story.shownName || 'A customer';
  const words = `“${story.text}”\n${signed}`;

  const change = (changes: Omit<Parameters<typeof client.stories.change>[0], 'id'>) =>
    client.stories
      .change({ id: story.id, ...changes })
      .then(({ step }) => done('Saved', step), failed);
  const copy = () => navigator.clipboard.writeText(words).then(() => done('Copied'), failed);
  const picture = async () => {
    try {
      const image = await drawStory(story.text, signed, settings?.businessName ?? '');
      saveFile('story.png', image);
    } catch (problem) {
      failed(problem);
    }
  };

  return (
    <Card>
      <p className={classes.sentence} dir="auto">
        {quoted(story.text)}
      </p>
      <p className={classes.about}>
        {story.customer ? (
          <Link href={`/people/${story.customer.id}`}>
            <PersonName name={story.customer.name} />
          </Link>
        ) : (
          'Somebody you do not know yet'
        )}
      </p>
      <div className={classes.leave}>
        <NativeSelect
          label="Their leave to show it"
          data={leaves}
          value={story.leave}
          onChange={(event) => void change({ leave: event.currentTarget.value as Story['leave'] })}
        />
        {given && (
          <TextInput
            label="Under which name"
            placeholder="A customer"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            onBlur={() => name !== story.shownName && void change({ shownName: name })}
          />
        )}
      </div>
      {story.leave !== 'refused' && (
        <p className={classes.soft}>
          {given ? (
            <>
              It is signed <bdi>{signed}</bdi>.
            </>
          ) : (
            'Without their leave no name goes with it.'
          )}
        </p>
      )}
      <div className={classes.moves}>
        {story.leave !== 'refused' && (
          <>
            <Button variant="default" size="compact-md" onClick={() => void picture()}>
              Save it as a picture
            </Button>
            <Button variant="default" size="compact-md" onClick={() => void copy()}>
              Copy the words
            </Button>
          </>
        )}
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() =>
            client.stories
              .bin({ id: story.id })
              .then(({ step }) => done('The story is in the bin', step), failed)
          }
        >
          Remove
        </Button>
      </div>
    </Card>
  );
}
