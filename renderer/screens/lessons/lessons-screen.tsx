import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { LessonCard } from './lesson-card.tsx';
import classes from './lessons.module.css';
import { Stories } from './stories.tsx';

/** What customers taught the shop, and how far each lesson has come. */
export default function LessonsScreen() {
  const lessons = useQuery(api.lessons.list.queryOptions());
  const wanted = useSearchParams()[0].get('lesson');
  const draft = useDraft('lessons:new');
  const { done, failed } = useDoing();
  const [busy, setBusy] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const { step } = await client.lessons.add({ sentence: draft.text });
      draft.clear();
      done('Lesson kept', step);
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Screen title="Lessons" lead="What your customers taught you, and what became of it.">
      <form onSubmit={add} className={classes.form}>
        <TextInput
          label="A lesson, in one sentence"
          placeholder="People cannot find the opening hours"
          value={draft.text}
          onChange={(event) => draft.write(event.currentTarget.value)}
          maxLength={500}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy}>
          Keep it
        </Button>
      </form>
      <Loaded query={lessons}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="Nothing learned yet" drawing="book">
              When somebody is unhappy, or has a good idea, write it here in a sentence. Voices
              under Listening can be linked to it.
            </EmptyState>
          ) : (
            <div className={classes.list}>
              {list.map((lesson) => (
                <LessonCard key={lesson.id} lesson={lesson} isWanted={lesson.id === wanted} />
              ))}
            </div>
          )
        }
      </Loaded>
      <Stories />
    </Screen>
  );
}
