import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Mention } from '../../shared/contract/contract.ts';
import { api, client } from '../app/client.ts';
import { useShortcut } from '../app/keyboard.ts';
import { useDoing } from '../app/undo.ts';
import classes from './belongs-to-lesson.module.css';

interface BelongsToLessonProps {
  voice: Pick<Mention, 'id'>;
  /** What a new lesson would say. */
  heart: string;
}

/** The lessons that a voice belongs to, and the way to give it to one, by the key b. */
export function BelongsToLesson({ voice, heart }: BelongsToLessonProps) {
  const [open, setOpen] = useState(false);
  useShortcut({ keys: 'b', label: 'It belongs to a lesson', run: () => setOpen(true) });
  const { done, failed } = useDoing();
  const { data: lessons = [] } = useQuery(api.lessons.list.queryOptions());
  const restsOnIt = (id: string) => (one: { id: string }) => one.id === id;
  const its = lessons.filter(({ voices }) => voices.some(restsOnIt(voice.id)));
  const others = lessons.filter((lesson) => !its.includes(lesson));
  const sentence = heart.trim();

  const link = (id: string) =>
    client.lessons
      .link({ id, kind: 'mention', voiceId: voice.id })
      .then(({ step }) => done('It belongs to the lesson now', step), failed);
  const begin = () =>
    client.lessons
      .add({ sentence, mentionIds: [voice.id] })
      .then(({ step }) => done('A lesson is kept', step), failed);

  return (
    <div className={classes.lesson}>
      {its.map(({ id, sentence: words }) => (
        <p key={id} className={classes.quiet}>
          It belongs to the lesson{' '}
          <Link href={`/lessons?lesson=${id}`}>
            <bdi>{words}</bdi>
          </Link>
          .
        </p>
      ))}
      <Menu position="bottom-start" width={320} opened={open} onChange={setOpen}>
        <Menu.Target>
          <Button variant="subtle" size="compact-md">
            {its.length === 0 ? 'Does it belong to a lesson?' : 'To another lesson as well?'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sentence !== '' && (
            <Menu.Item onClick={() => void begin()}>
              A new lesson: <bdi>{sentence}</bdi>
            </Menu.Item>
          )}
          {sentence === '' && others.length === 0 && (
            <Menu.Item component={Link} href="/lessons">
              Write the first lesson
            </Menu.Item>
          )}
          {others.slice(0, 12).map(({ id, sentence: words }) => (
            <Menu.Item key={id} onClick={() => void link(id)}>
              <bdi>{words}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
