/** The kinds of expected failure; each reaches the person as a sentence they can act on. */
export type RefusalCode =
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'duplicate'
  | 'offline'
  | 'unreachable'
  | 'unreadable'
  | 'newer-schema'
  | 'damaged'
  | 'in-use'
  | 'no-space'
  | 'stopped'
  | 'forbidden'
  | 'locked';

/**
 * A failure that was to be expected. It changes nothing, and its message is a plain sentence
 * for the person; the boundary turns it into the contract's typed error.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The input field it is about, when there is one. */
  readonly field: string | undefined;

  constructor(code: RefusalCode, sentence: string, field?: string) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}
