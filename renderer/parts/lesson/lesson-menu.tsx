import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './lesson.module.css';
import { type RestsOn, useLessonsOf } from './lessons-of.tsx';

/** So many lessons are offered. */
const most = 12;

interface LessonMenuProps {
  voice: RestsOn;
  /** What a new lesson would say; without it one is asked for it. */
  heart?: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The button that opens it. */
  children: ReactNode;
}

/** Gives a voice or a conversation to a lesson that is there, or begins one with it. */
export function LessonMenu({ voice, heart = '', opened, onChange, children }: LessonMenuProps) {
  const { attempt } = useDoing();
  const { others } = useLessonsOf(voice);
  const [writing, setWriting] = useState(false);
  const sentence = heart.trim();

  const link = (id: string) =>
    attempt(
      client.lessons.link({ id, kind: voice.kind, voiceId: voice.id }),
      'It belongs to the lesson now',
    );
  const begin = (words: string) =>
    attempt(
      client.lessons.add({
        sentence: words,
        mentionIds: voice.kind === 'mention' ? [voice.id] : [],
        conversationIds: voice.kind === 'conversation' ? [voice.id] : [],
      }),
      'A lesson is kept',
    );

  return (
    <>
      <Menu position="bottom-start" width={320} opened={opened} onChange={onChange}>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          {sentence === '' ? (
            <Menu.Item onClick={() => setWriting(true)}>A new lesson …</Menu.Item>
          ) : (
            <Menu.Item onClick={() => void begin(sentence)}>
              A new lesson: <bdi>{sentence}</bdi>
            </Menu.Item>
          )}
          {others.slice(0, most).map(({ id, sentence: words }) => (
            <Menu.Item key={id} onClick={() => void link(id)}>
              <bdi>{words}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={writing} onClose={() => setWriting(false)} title="A new lesson">
        <LessonForm
          onKeep={async (words) => {
            if (await begin(words)) setWriting(false);
          }}
        />
      </Modal>
    </>
  );
}

function LessonForm({ onKeep }: { onKeep: (words: string) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onKeep(typed);
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label="What it taught you, in one sentence"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={500}
        required
        withAsterisk={false}
        dir="auto"
        data-autofocus
      />
      <div className={classes.below}>
        <Button type="submit">Keep it</Button>
      </div>
    </form>
  );
}
