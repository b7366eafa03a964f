/** Something the machine tells a person who may be looking elsewhere. */
export interface Notice {
  title: string;
  body: string;
  /** The address in the window to which it leads, such as `/people/<id>`. */
  place: string;
  /** What can be done from it at once. */
  actions?: readonly { id: string; label: string }[] | undefined;
}

/** What the core asks of the machine it lives on; each shell brings its own. */
export interface Host {
  /**
   * Shows a notice; answers whether this machine could. `answered` hears the id of an action that
   * was chosen on it later; going to its place is the shell's own work.
   */
  notify(notice: Notice, answered: (action: string) => void): Promise<boolean>;
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
