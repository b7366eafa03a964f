import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { FileAnywhere } from '../parts/dropped-file/file-anywhere.tsx';
import { LoadingState } from '../parts/loading-state.tsx';
import { useActions } from './actions.ts';
import { useChooseAppearance, useChosenAppearance } from './appearance.ts';
import { Banners } from './banners.tsx';
import { api, client } from './client.ts';
import classes from './frame.module.css';
import { useGoing } from './going.ts';
import { useKeyboard, useShortcut } from './keyboard.ts';
import { useLocking } from './lock/lockable.tsx';
import { LogDialog } from './log-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { showNotice, showProblem, undo } from './notices.tsx';
import { Palette } from './palette.tsx';
import { PresentContext, useAskedPresent } from './present.ts';
import { useSavedSearchActions } from './saved-search-actions.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useWaitingNotices } from './waiting-notices.tsx';

/** What is round every screen: the way through the house, the banners, the keyboard. */
export function Frame({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const present = useAskedPresent();
  const isWelcome = location === '/welcome';
  useChosenAppearance();
  useKeyboard();
  useWaitingNotices();
  useGoing();
  return (
    <PresentContext value={present.data ?? null}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <div className={classes.frame} data-welcome={isWelcome || undefined}>
        {!isWelcome && <Navigation />}
        <div className={classes.room}>
          <Banners />
          <main id="content" tabIndex={-1} className={classes.content}>
            {present.data ? (
              children
            ) : (
              <div className={classes.waiting}>
                <LoadingState />
              </div>
            )}
          </main>
        </div>
      </div>
      <Everywhere ready={present.data !== undefined} />
      <FileAnywhere />
    </PresentContext>
  );
}

/** Where the palette leads, with other words by which somebody may look for it. */
const places = [
  ['/today', 'Today', 'morning'],
  ['/street', 'the street', 'town houses picture lanes'],
  ['/people', 'People', 'customers'],
  ['/said', 'Everything said', 'timeline conversations notes talks history'],
  ['/listening', 'Listening', 'mentions reviews'],
  ['/listening/sources', 'the sources', 'feeds'],
  ['/listening/rules', 'the rules', 'ignore notices by itself'],
  ['/follow-ups', 'Follow-ups', 'promises reminders'],
  ['/lessons', 'Lessons', 'complaints changes'],
  ['/reflection', 'Reflection', 'week numbers'],
  ['/people/bin', 'the bin', 'deleted trash gone back'],
  ['/settings', 'Settings', 'backup import export appearance'],
  ['/settings?about=1', 'About Porchlight', 'version licences report problem'],
] as const;

async function gatherNow(): Promise<void> {
  try {
    const { started, sources } = await client.sources.gather({ all: true });
    if (!started) {
      showNotice(sources === 0 ? 'There are no sources to listen to yet.' : 'Already gathering.');
    }
  } catch (problem) {
    showProblem(problem);
  }
}

/** An address with `log=1`, on whatever screen, begins with a conversation to be logged. */
function useAskedToLog(log: () => void): void {
  const [place, setPlace] = useSearchParams();
  const asked = place.has('log');
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the address that it reacts to
  useEffect(() => {
    if (!asked) return;
    log();
    // Taken out again, so that coming back or a reload does not ask once more.
    setPlace(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('log');
        return next;
      },
      { replace: true },
    );
  }, [asked]);
}

/**
 * What can be done from every screen: the palette, the sheet of shortcuts, undo, going about.
 * `ready` once the present is known.
 */
function Everywhere({ ready }: { ready: boolean }) {
  const [sheet, setSheet] = useState<'palette' | 'shortcuts' | 'log' | null>(null);
  const [, navigate] = useLocation();
  const settings = useQuery(api.settings.get.queryOptions());
  const choose = useChooseAppearance();
  const isEvening = settings.data?.appearance === 'evening';
  const close = () => setSheet(null);
  useSavedSearchActions();
  useLocking();

  const find = () => setSheet('palette');
  const [begin, setBegin] = useState<string>();
  const log = (words?: string) => {
    setBegin(words);
    setSheet('log');
  };
  useAskedToLog(log);
  useShortcut({ keys: 't', label: 'Log a conversation', run: () => log() });
  useShortcut({ keys: '?', label: 'This sheet', run: () => setSheet('shortcuts') });
  useShortcut({ keys: 'mod+z', label: 'Take back the last step', run: () => void undo() });
  useShortcut({ keys: '/', label: 'Find', run: find });
  useShortcut({ keys: 'mod+k', label: 'Find or do anything', run: find, inFields: true });
  useActions([
    { id: 'new', label: 'New customer', words: 'add person', run: () => navigate('/people?new=1') },
    {
      id: 'log',
      label: 'Log a conversation',
      words: 'spoke call visit',
      keys: 't',
      run: () => log(),
    },
    { id: 'gather', label: 'Gather now', words: 'refresh fetch', run: () => void gatherNow() },
    {
      id: 'undo',
      label: 'Take back the last step',
      words: 'undo',
      keys: 'mod+z',
      run: () => void undo(),
    },
    {
      id: 'evening',
      label: isEvening ? 'Follow the light of the system' : 'Switch to evening',
      words: 'dark night appearance',
      run: () => void choose(isEvening ? 'system' : 'evening'),
    },
    {
      id: 'day',
      label: 'Switch to day',
      words: 'light bright appearance',
      run: () => void choose('day'),
    },
    ...(settings.data?.profession === 'attorney'
      ? [
          {
            id: 'conflicts',
            label: 'Check a name for conflicts',
            words: 'matter client other side',
            run: () => navigate('/people/conflicts'),
          },
        ]
      : []),
    ...places.map(([href, name, words]) => ({
      id: href,
      label: `Go to ${name}`,
      words,
      run: () => navigate(href),
    })),
    {
      id: 'print',
      label: 'Print this page',
      words: 'paper',
      // Only once the palette has closed, or it would be on the paper.
      run: () => setTimeout(() => window.print()),
    },
    { id: 'find', label: 'Find or do anything', elsewhere: true, run: find },
    {
      id: 'keys',
      label: 'Show the shortcuts',
      words: 'keyboard help',
      keys: '?',
      run: () => setSheet('shortcuts'),
    },
  ]);

  return (
    <>
      <Palette opened={sheet === 'palette'} onClose={close} onLog={log} />
      <LogDialog opened={sheet === 'log' && ready} onClose={close} begin={begin} />
      <ShortcutSheet opened={sheet === 'shortcuts'} onClose={close} />
    </>
  );
}
