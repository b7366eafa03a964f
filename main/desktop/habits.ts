import { nativeTheme, session } from 'electron';
import type { Habits } from '../core/host.ts';
import { setStartAtLogin } from './start-at-login.ts';

const lights = { system: 'system', day: 'light', evening: 'dark' } as const;

/**
 * Nothing is looked through before a person has asked for it: on Windows and Linux the dictionaries
 * would be fetched from the web.
 */
export function beginWithoutSpelling(): void {
  takeSpelling(false, []);
}

/** Has the machine do what the settings ask of it: its start, its light, its spelling. */
export function takeHabits(habits: Habits): void {
  const { startAtLogin, appearance, spelling, spellingLanguages } = habits;
  setStartAtLogin(startAtLogin);
  // Menus and the page of "as this machine" follow the same light.
  nativeTheme.themeSource = lights[appearance];
  takeSpelling(spelling, spellingLanguages);
}

/** The languages between which a person can choose; none where the machine finds out by itself. */
export function listSpellingLanguages(): string[] {
  return findsOutItself() ? [] : session.defaultSession.availableSpellCheckerLanguages;
}

/** A Mac has no languages to choose, and dictionaries of its own. */
const findsOutItself = () => process.platform === 'darwin';

function takeSpelling(on: boolean, languages: readonly string[]): void {
  const { defaultSession } = session;
  if (findsOutItself()) {
    defaultSession.setSpellCheckerEnabled(on);
    return;
  }
  // A language is named only while it is wanted: its dictionary would be fetched.
  const known = listSpellingLanguages();
  const wanted = on ? languages.filter((language) => known.includes(language)) : [];
  defaultSession.setSpellCheckerLanguages(wanted);
  defaultSession.setSpellCheckerEnabled(wanted.length > 0);
}
