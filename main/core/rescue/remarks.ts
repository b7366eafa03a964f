/** What a house has to say about itself, until somebody has heard it. */
export interface Remarks {
  readonly all: readonly { id: string; sentence: string }[];
  /** Says something; what was said under that id before is replaced. */
  say(id: string, sentence: string): void;
  /** Somebody has heard it, or it is no longer so. */
  heard(id: string): void;
}

export function createRemarks(changed: () => void): Remarks {
  const said = new Map<string, string>();
  return {
    get all() {
      return [...said].map(([id, sentence]) => ({ id, sentence }));
    },
    say(id, sentence) {
      if (said.get(id) === sentence) return;
      said.set(id, sentence);
      changed();
    },
    heard(id) {
      if (said.delete(id)) changed();
    },
  };
}
