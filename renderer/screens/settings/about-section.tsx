import { Button } from '@mantine/core';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { api } from '../../app/client.ts';
import { Card } from '../../parts/card.tsx';
import { Licences } from './licences.tsx';
import { NewVersions } from './new-versions.tsx';
import { Report } from './report.tsx';
import classes from './settings.module.css';

/** Which Porchlight this is, a report for whoever helps with a fault, and whose work is in it. */
export function AboutSection() {
  const about = useQuery(api.house.about.queryOptions());
  const [opened, setOpened] = useState<'report' | 'licences' | null>(null);
  const close = () => setOpened(null);
  const place = useAskedFor('about');
  return (
    <div ref={place}>
      <Card title="About Porchlight">
        <div className={classes.fields}>
          <p className={classes.plain}>
            {about.data && `Version ${about.data.version}. `}
            Free software under the MIT licence.
          </p>
          <NewVersions />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setOpened('report')}>
              A report of a fault …
            </Button>
            <Button variant="subtle" onClick={() => setOpened('licences')}>
              The work of others in it
            </Button>
          </div>
        </div>
      </Card>
      <Report opened={opened === 'report'} onClose={close} />
      <Licences opened={opened === 'licences'} onClose={close} />
    </div>
  );
}

/**
 * Brings an element into view, with its heading in focus, when the address asks for it by name;
 * once what stands above it has come, which moves it down.
 */
function useAskedFor(name: string) {
  const place = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useSearchParams();
  const isAsked = asked.has(name);
  const [wanted, setWanted] = useState(false);
  const isSettled = useIsFetching() === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the address that it reacts to
  useEffect(() => {
    if (!isAsked) return;
    setWanted(true);
    setAsked(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(name);
        return next;
      },
      { replace: true },
    );
  }, [isAsked]);
  useEffect(() => {
    if (!wanted || !isSettled) return;
    setWanted(false);
    // After the screen itself has gone to its top.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const heading = place.current?.querySelector<HTMLElement>('h2');
        if (!heading) return;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        heading.scrollIntoView({ block: 'start' });
      }),
    );
  }, [wanted, isSettled]);
  return place;
}
