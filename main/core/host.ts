/** What the core asks of the machine it lives on; each shell brings its own. */
export interface Host {
  /** Shows a notice; does nothing where the machine has none. */
  notify(notice: { title: string; body: string; customerId?: string }): void;
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
