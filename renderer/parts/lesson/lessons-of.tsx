import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { LessonVoice } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import classes from './lesson.module.css';

/** Something that a lesson can rest on. */
export type RestsOn = Pick<LessonVoice, 'kind' | 'id'>;

/** The lessons that rest on a voice or a conversation, and the others. */
export function useLessonsOf({ id }: RestsOn) {
  const { data: lessons = [] } = useQuery(api.lessons.list.queryOptions());
  const its = lessons.filter(({ voices }) => voices.some((one) => one.id === id));
  return { its, others: lessons.filter((lesson) => !its.includes(lesson)) };
}

/** To which lessons it belongs, each with the way there. */
export function LessonsOf({ voice }: { voice: RestsOn }) {
  const { its } = useLessonsOf(voice);
  return its.map(({ id, sentence }) => (
    <p key={id} className={classes.quiet}>
      It belongs to the lesson{' '}
      <Link href={`/lessons?lesson=${id}`}>
        <bdi>{sentence}</bdi>
      </Link>
    </p>
  ));
}
