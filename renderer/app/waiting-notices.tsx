import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { WaitingNotice } from '../../shared/contract/contract.ts';
import { showInBrowser } from './browser-notices.ts';
import { api, client } from './client.ts';
import { showDone, showProblem } from './notices.tsx';
import { countUnseen } from './title.ts';

/** Milliseconds by which a page that nobody sees lets the others go first. */
const politeness = 400;
/** Milliseconds that a notice stays which asks for nothing. */
const stay = 20_000;

const watchers = new Set<() => void>();

/** The core says that a notice waits for a window, or was out of reach meanwhile. */
export function noteNotice(): void {
  for (const watcher of watchers) watcher();
}

/**
 * Shows what waits for a window, for the frame: as the browser's own notice where the person has
 * allowed it, else within the page. The core hands each to one page only.
 */
export function useWaitingNotices(): void {
  const [location, navigate] = useLocation();
  const latest = useRef({ location, navigate });
  useEffect(() => {
    latest.current = { location, navigate };
  });
  useEffect(() => {
    let ended = false;
    const take = async () => {
      if (document.visibilityState === 'hidden') {
        await new Promise((go) => setTimeout(go, politeness));
      }
      if (ended) return;
      try {
        const go = (place: string) => latest.current.navigate(place);
        for (const notice of await client.reminders.take()) {
          show(notice, latest.current.location, go);
        }
      } catch {
        // A lost connection is said by the frame's banner; the next one asks again.
      }
    };
    const asked = () => void take();
    watchers.add(asked);
    asked();
    return () => {
      ended = true;
      watchers.delete(asked);
    };
  }, []);
}

/**
 * While the window is locked: that something is due is known to the lock, and the browser may say
 * so; what it is nobody is told.
 */
export function useNoticeWhileLocked(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const look = async () => {
      await queries.refetchQueries({ queryKey: api.lock.key() });
      const { data } = queries.getQueryState(api.lock.state.queryKey()) ?? {};
      const body = 'Something is due. Unlock Porchlight to see it.';
      if (data?.isWaiting) {
        showInBrowser({ id: 'locked', title: 'Porchlight', body, actions: [] }, () => undefined);
      }
    };
    const asked = () => void look();
    watchers.add(asked);
    return () => {
      watchers.delete(asked);
    };
  }, [queries]);
}

function show(notice: WaitingNotice, location: string, go: (place: string) => void): void {
  const clicked = () => {
    if (notice.actions.length > 0) showInPage(notice, go);
    else go(notice.place);
  };
  if (showInBrowser(notice, clicked)) return;
  // Today, where the house opens, has a card about what was missed.
  if (notice.missed && ['/', '/today'].includes(location)) return;
  showInPage(notice, go);
  countUnseen();
}

function showInPage(notice: WaitingNotice, go: (place: string) => void): void {
  const { id, title, body, place, actions } = notice;
  const hide = () => notifications.hide(id);
  const choose = (action: string) => {
    hide();
    client.reminders
      .answer({ id, action })
      .then(({ said, step }) => showDone(`${title}: ${said.toLowerCase()}`, step), showProblem);
  };
  notifications.show({
    id,
    // Away from what one is doing: it may stay for long.
    position: 'top-right',
    autoClose: actions.length > 0 ? false : stay,
    role: 'status',
    title: <bdi>{title}</bdi>,
    message: (
      <>
        <Text size="sm" c="dimmed" dir="auto" mb="xs">
          {body}
        </Text>
        <Group gap="xs">
          {actions.map((action) => (
            <Button
              key={action.id}
              size="compact-md"
              variant="light"
              onClick={() => choose(action.id)}
            >
              {action.label}
            </Button>
          ))}
          <Button
            size="compact-md"
            variant="subtle"
            onClick={() => {
              hide();
              go(place);
            }}
          >
            Open
          </Button>
        </Group>
      </>
    ),
  });
}
