import { Button } from '@mantine/core';
import { sentenceOf } from '../app/problems.ts';
import { Drawing } from './drawing.tsx';
import classes from './state.module.css';

interface ProblemStateProps {
  problem: unknown;
  title?: string;
  retry?: () => void;
}

/** Something could not be shown: why, in a sentence, and a way to try again. */
export function ProblemState({ problem, title = 'This did not open', retry }: ProblemStateProps) {
  return (
    <div role="alert" className={classes.state}>
      <Drawing of="unlit" />
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.sentence}>{sentenceOf(problem)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
