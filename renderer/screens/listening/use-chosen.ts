import { useEffect, useState } from 'react';
import type { MentionRow } from '../../../shared/contract/contract.ts';

export interface Chosen {
  all: readonly MentionRow[];
  has: (id: string) => boolean;
  toggle: (row: MentionRow) => void;
  add: (rows: readonly MentionRow[]) => void;
  none: () => void;
}

/** The voices that are ticked; another question of the list begins with none. */
export function useChosen(question: string): Chosen {
  const [chosen, setChosen] = useState<ReadonlyMap<string, MentionRow>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what it reacts to
  useEffect(() => setChosen(new Map()), [question]);
  return {
    all: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle: (row) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      }),
    add: (rows) =>
      setChosen((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)])),
    none: () => setChosen(new Map()),
  };
}
