import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Where each screen is. A screen is the file `../screens/<folder>/<name>-screen.tsx`. */
export const routes = [
  { name: 'today', path: '/today' },
  { name: 'street', path: '/street' },
  { name: 'people', path: '/people' },
  { name: 'bin', path: '/people/bin' },
  { name: 'conflicts', path: '/people/conflicts' },
  { name: 'person', path: '/people/:id' },
  { name: 'talks', path: '/people/:id/talks' },
  { name: 'said', path: '/said' },
  { name: 'listening', path: '/listening' },
  { name: 'sources', path: '/listening/sources' },
  { name: 'rules', path: '/listening/rules' },
  { name: 'answer', path: '/listening/answer/:id' },
  { name: 'follow-ups', path: '/follow-ups' },
  { name: 'lessons', path: '/lessons' },
  { name: 'reflection', path: '/reflection' },
  { name: 'behind', path: '/reflection/:figure' },
  { name: 'settings', path: '/settings' },
  { name: 'welcome', path: '/welcome' },
] as const;

export type ScreenName = (typeof routes)[number]['name'];

type ScreenFile = { default: ComponentType };

const files = import.meta.glob<ScreenFile>('../screens/*/*-screen.tsx');

const nameOf = (path: string) => /\/([^/]+)-screen\.tsx$/.exec(path)?.[1] ?? path;

const loaders = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

type Screen = LazyExoticComponent<ComponentType>;
const screens = new Map<string, Screen>();

/** The screen of that name, fetched when it is first shown; undefined when nobody wrote it. */
export function screenOf(name: ScreenName): Screen | undefined {
  const known = screens.get(name);
  const load = loaders.get(name);
  if (known || !load) return known;
  const made = lazy(load);
  screens.set(name, made);
  return made;
}

/** Forgets how the fetch of a screen went, a failure too: the next showing fetches anew. */
export function forgetScreen(name: ScreenName): void {
  screens.delete(name);
}

/** Fetches every screen in a quiet moment, so that going there is immediate. */
export async function fetchAllScreens(): Promise<void> {
  try {
    for (const load of loaders.values()) await load();
  } catch {
    // Whoever goes to a screen that could not be fetched is told there, with a way to try again.
  }
}
