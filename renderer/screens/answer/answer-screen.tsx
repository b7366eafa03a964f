import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { api } from '../../app/client.ts';
import { LoadingState } from '../../parts/loading-state.tsx';
import { ProblemState } from '../../parts/problem-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import classes from './answer.module.css';
import { AnswerSteps } from './answer-steps.tsx';
import { Listen } from './listen.tsx';
import { SentBefore } from './sent-before.tsx';

/** A voice, and in three calm steps what we say to it. */
export default function AnswerScreen() {
  const { id = '' } = useParams();
  const [mention, answering] = useQueries({
    queries: [
      api.mentions.get.queryOptions({ input: { id } }),
      api.answers.get.queryOptions({ input: { mentionId: id } }),
    ],
  });
  const problem = mention.error ?? answering.error;
  const name = mention.data?.customer?.name ?? mention.data?.author;
  return (
    <Screen
      title={name ? `Answer ${name}` : 'Answer'}
      heading={
        name ? (
          <>
            Answer <bdi>{name}</bdi>
          </>
        ) : (
          'Answer'
        )
      }
      lead="Listen first. Then ask, take it to heart, and answer; skip what you need not."
      width="wide"
      actions={
        <Button component={Link} href={`/listening?mention=${id}`} variant="subtle">
          Back to the voice
        </Button>
      }
    >
      {problem ? (
        <ProblemState
          problem={problem}
          retry={() => void Promise.all([mention.refetch(), answering.refetch()])}
        />
      ) : mention.data && answering.data ? (
        <div className={classes.table}>
          <Listen voice={mention.data} />
          <div className={classes.steps}>
            <SentBefore sent={answering.data.sent} />
            <AnswerSteps key={id} voice={mention.data} answering={answering.data} />
          </div>
        </div>
      ) : (
        <LoadingState />
      )}
    </Screen>
  );
}
