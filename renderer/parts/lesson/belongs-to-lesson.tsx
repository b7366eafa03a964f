import { Button } from '@mantine/core';
import { useState } from 'react';
import { useShortcut } from '../../app/keyboard.ts';
import classes from './lesson.module.css';
import { LessonMenu } from './lesson-menu.tsx';
import { LessonsOf, useLessonsOf } from './lessons-of.tsx';

interface BelongsToLessonProps {
  voice: { id: string };
  /** What a new lesson would say. */
  heart: string;
}

/** The lessons that a voice belongs to, and the way to give it to one, by the key b. */
export function BelongsToLesson({ voice, heart }: BelongsToLessonProps) {
  const [open, setOpen] = useState(false);
  useShortcut({ keys: 'b', label: 'It belongs to a lesson', run: () => setOpen(true) });
  const restsOn = { kind: 'mention', id: voice.id } as const;
  const { its } = useLessonsOf(restsOn);
  return (
    <div className={classes.lesson}>
      <LessonsOf voice={restsOn} />
      <LessonMenu voice={restsOn} heart={heart} opened={open} onChange={setOpen}>
        <Button variant="subtle" size="compact-md">
          {its.length === 0 ? 'Does it belong to a lesson?' : 'To another lesson as well?'}
        </Button>
      </LessonMenu>
    </div>
  );
}
