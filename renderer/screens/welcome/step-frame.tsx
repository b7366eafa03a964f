import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { Screen, ScreenHeading } from '../../parts/screen.tsx';
import { MorningStreet } from './morning-street.tsx';
import classes from './welcome.module.css';

interface StepFrameProps {
  /** 1, 2 or 3; 0 is the greeting before them. */
  step: number;
  title: string;
  lead: string;
  children: ReactNode;
}

/** The frame of Welcome's steps: where one is, what is asked, and why. */
export function StepFrame({ step, title, lead, children }: StepFrameProps) {
  return (
    <Screen title="Welcome" headless width="reading" above={<MorningStreet step={step} />}>
      <div className={classes.page}>
        {step > 0 && (
          <p className={classes.steps}>
            <VisuallyHidden>Step {step} of 3</VisuallyHidden>
            {[1, 2, 3].map((one) => (
              <span key={one} className={classes.light} data-lit={one <= step || undefined} />
            ))}
          </p>
        )}
        <ScreenHeading key={step}>{title}</ScreenHeading>
        <p className={classes.lead}>{lead}</p>
        {children}
      </div>
    </Screen>
  );
}
