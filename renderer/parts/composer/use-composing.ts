import { useEffect, useMemo, useRef } from 'react';
import type { ChosenPerson } from '../person-choice.tsx';
import { useDraft } from '../use-draft.ts';
import { nothingPutRight, type PutRight, readPutRight, settle } from './put-right.ts';
import { useUnderstood } from './use-understood.ts';

/**
 * A line being written: its draft, what was understood of it and what the person put right, both
 * kept at every stroke. `settled` is null while there is nothing to understand. `begin` are first
 * words that were typed elsewhere.
 */
export function useComposing(draftKey: string, customer: ChosenPerson | undefined, begin?: string) {
  const draft = useDraft(draftKey);
  const kept = useDraft(`${draftKey}:put-right`);
  const right = useMemo(() => readPutRight(kept.text), [kept.text]);
  const begun = useRef(false);
  useEffect(() => {
    if (!begin || !draft.ready || begun.current) return;
    begun.current = true;
    // What was being written before is not thrown away.
    draft.write(draft.text === '' ? begin : `${draft.text}\n${begin}`);
  }, [begin, draft]);
  const { understood, current } = useUnderstood(draft.text, customer?.id);
  return {
    draft,
    right,
    understood,
    current,
    settled: understood && settle(understood, right, customer),
    put: (changes: Partial<PutRight>) => kept.write(JSON.stringify({ ...right, ...changes })),
    clear: () => {
      draft.clear();
      kept.clear();
    },
    /** Forgets what was put right when the line is emptied. */
    write: (text: string) => {
      draft.write(text);
      if (text.trim() === '' && right !== nothingPutRight) kept.clear();
    },
  };
}
