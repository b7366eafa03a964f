/** The work of others that the app is made with, and the terms on which it may be used. */
export interface Licence {
  name: string;
  version: string;
  /** Its SPDX expression, such as `MIT`. */
  licence: string;
  /** The text that came with it; empty when none did. */
  text: string;
}
