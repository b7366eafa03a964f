import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { LoadingState } from '../parts/loading-state.tsx';
import { Screen } from '../parts/screen.tsx';
import { awaitHeading } from './arrival.ts';
import { api } from './client.ts';
import { ProblemBoundary } from './problem-boundary.tsx';
import { fetchAllScreens, forgetScreen, routes, type ScreenName, screenOf } from './screens.ts';

/** The screen that belongs to the address; Welcome first, in a house that is new and empty. */
export function Rooms() {
  const [location] = useLocation();
  useArrivals(location);
  const settings = useQuery(api.settings.get.queryOptions());
  const counts = useQuery(api.house.counts.queryOptions());
  useEffect(() => {
    const timer = setTimeout(() => void fetchAllScreens(), 1500);
    return () => clearTimeout(timer);
  }, []);

  const isNew = settings.data?.welcomed === false && counts.data?.people === 0;
  if (isNew && location !== '/welcome' && location !== '/settings') {
    return <Redirect to="/welcome" replace />;
  }
  // Nobody is sent to Today only to be called away to Welcome.
  if (location === '/' && (settings.isPending || counts.isPending)) return null;
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/today" replace />
      </Route>
      {routes.map(({ name, path }) => (
        <Route key={path} path={path}>
          <Room key={location} name={name} />
        </Route>
      ))}
      <Route>
        <NotHere />
      </Route>
    </Switch>
  );
}

function Room({ name }: { name: ScreenName }) {
  return (
    <ProblemBoundary onRetry={() => forgetScreen(name)}>
      <Suspense fallback={<Waiting />}>
        <Shown name={name} />
      </Suspense>
    </ProblemBoundary>
  );
}

/** Within the boundary, so that trying again looks for the screen anew. */
function Shown({ name }: { name: ScreenName }) {
  const Found = screenOf(name);
  return Found ? <Found /> : <NotHere />;
}

function Waiting() {
  return (
    <div style={{ padding: '3rem var(--screen-edge)' }}>
      <LoadingState />
    </div>
  );
}

function NotHere() {
  return (
    <Screen title="Nothing at this door" lead="There is no such page, or it is not open yet.">
      <Button component={Link} href="/today">
        Back to Today
      </Button>
    </Screen>
  );
}

/** How far down each screen was left, for whoever comes back to it. */
const left = new Map<string, number>();

/** Coming to another screen: its heading takes the focus, and it begins at its top. */
function useArrivals(location: string): void {
  const here = useRef(location);
  const wentBack = useRef(false);
  const top = useRef(0);
  useEffect(() => {
    const goBack = () => {
      wentBack.current = true;
    };
    const remember = () => left.set(here.current, window.scrollY);
    window.addEventListener('popstate', goBack);
    window.addEventListener('scroll', remember, { passive: true });
    return () => {
      window.removeEventListener('popstate', goBack);
      window.removeEventListener('scroll', remember);
    };
  }, []);
  // While rendering: before the new heading mounts, and before a shorter page scrolls by itself.
  if (here.current !== location) {
    here.current = location;
    top.current = wentBack.current ? (left.get(location) ?? 0) : 0;
    wentBack.current = false;
    awaitHeading();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the place that it reacts to
  useEffect(() => {
    const to = { top: top.current, behavior: 'instant' } as const;
    const frame = requestAnimationFrame(() => window.scrollTo(to));
    return () => cancelAnimationFrame(frame);
  }, [location]);
}
