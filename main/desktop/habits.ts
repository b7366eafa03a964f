import { nativeTheme, session } from 'electron';
import type { Habits } from '../core/host.ts';
import { setStartAtLogin } from './start-at-login.ts';

const lights = { system: 'system', day: 'light', evening: 'dark' } as const;

/**
 * Nothing is looked through before a person has asked for it: on Windows and Linux the dictionaries
 * would be fetched from the web.
 */
export function beginWithoutSpelling(): void {
  session.defaultSession.setSpellCheckerEnabled(false);
}

/** Has the machine do what the settings ask of it: its start, its light, its spelling. */
export function takeHabits({
  startAtLogin,
  appearance,
  spelling,
  spellingLanguages,
}: Habits): void {
  setStartAtLogin(startAtLogin);
  // Menus and the page of "as this machine" follow the same light.
  nativeTheme.themeSource = lights[appearance];
  const known = listSpellingLanguages();
  const languages = spellingLanguages.filter((language) => known.includes(language));
  // A Mac has none to choose: it finds out by itself.
  if (languages.length > 0) session.defaultSession.setSpellCheckerLanguages(languages);
  const canBe = process.platform === 'darwin' || languages.length > 0;
  session.defaultSession.setSpellCheckerEnabled(spelling && canBe);
}

/** The languages between which a person can choose; none where the machine finds out by itself. */
export function listSpellingLanguages(): string[] {
  return process.platform === 'darwin' ? [] : session.defaultSession.availableSpellCheckerLanguages;
}
