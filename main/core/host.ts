import type { Settings } from '../../shared/contract/contract.ts';

/** Something the machine tells a person who may be looking elsewhere. */
export interface Notice {
  title: string;
  body: string;
  /** The address in the window to which it leads, such as `/people/<id>`. */
  place: string;
  /** What can be done from it at once. */
  actions?: readonly { id: string; label: string }[] | undefined;
}

/** How the house stands, for whoever does not see its window. */
export interface Standing {
  /** Whom the day names, until that is dealt with. */
  today: { id: string; name: string } | null;
  /** The first follow-ups that are due, and how many ask for attention in all. */
  followUps: { id: string; text: string; name: string | null }[];
  waiting: number;
  /** No reminders come until tomorrow. */
  paused: boolean;
  /** The program stays when its window is closed. */
  closeToTray: boolean;
}

/** What the settings ask of a machine with a desktop. */
export type Habits = Pick<
  Settings,
  'startAtLogin' | 'appearance' | 'spelling' | 'spellingLanguages' | 'newVersions'
>;

/** What a person can ask for about a newer version of the program. */
export type VersionStep = 'look' | 'fetch' | 'install';

/** What the core asks of the machine it lives on; each shell brings its own. */
export interface Host {
  /**
   * Shows a notice; answers whether this machine could. `answered` hears the id of an action that
   * was chosen on it later; going to its place is the shell's own work.
   */
  notify(notice: Notice, answered: (action: string) => void): Promise<boolean>;
  /** Shows how the house stands beside the machine's clock; absent where there is no such place. */
  showStanding?(standing: Standing): void;
  /**
   * Takes keys of the whole machine for the composer, none with an empty text. Answers whether they
   * could be had; absent where a machine knows no such keys.
   */
  takeShortcut?(keys: string): Promise<boolean>;
  /** Does what the settings ask of the machine; absent where there is no desktop. */
  takeHabits?(habits: Habits): void;
  /** Does a step towards a newer version; absent where the program is not exchanged by itself. */
  newVersion?(step: VersionStep): Promise<void>;
  /** The languages whose spelling can be looked through; none where the machine chooses by itself. */
  spellingLanguages?(): Promise<string[]>;
  /** Opens a web page, a mail or a call in the person's own program. Answers whether it could. */
  openLink(address: string): Promise<boolean>;
  /** A place for secrets outside the database: the platform's keychain where there is one. */
  secrets: {
    read(name: string): Promise<string | undefined>;
    keep(name: string, secret: string): Promise<void>;
    forget(name: string): Promise<void>;
  };
  /** Writes to the log. Never what a person or a customer wrote. */
  log(line: string, cause?: unknown): void;
}
