import { useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { useDraft } from '../../parts/use-draft.ts';

/** What is being written to a voice. */
export interface Written {
  kind: Answer['kind'];
  text: string;
  heart: string;
}

const nothing: Written = { kind: 'answer', text: '', heart: '' };

/** What was typed and is not kept yet; null when that is nothing, or cannot be read. */
function typedIn(draft: string): Written | null {
  try {
    return draft === '' ? null : { ...nothing, ...(JSON.parse(draft) as Partial<Written>) };
  } catch {
    return null;
  }
}

/**
 * The answer in the making: every stroke outlives a crash, and whenever the hand rests it is kept
 * as a version. Gives what is written now, and the ways on.
 */
export function useAnswering(mentionId: string, present: Answer | null) {
  const draft = useDraft(`answer:${mentionId}`);
  const { failed } = useDoing();
  const [busy, setBusy] = useState(false);
  const kept = present ? { kind: present.kind, text: present.text, heart: present.heart } : nothing;
  const written = typedIn(draft.text) ?? kept;
  const latest = useRef(written);
  latest.current = written;

  const write = (changes: Partial<Written>) => {
    latest.current = { ...latest.current, ...changes };
    draft.write(JSON.stringify(latest.current));
  };

  /** Keeps it as a version, once the hand rests. */
  async function keep(): Promise<void> {
    const now = latest.current;
    if (draft.text === '') return;
    try {
      await client.answers.keep({ mentionId, ...now });
      // What has been typed meanwhile stays in the draft.
      if (latest.current === now) draft.clear();
    } catch (problem) {
      failed(problem);
    }
  }

  /** Does a step with what is written; true when it was done. */
  async function go(work: (given: Written & { mentionId: string }) => Promise<unknown>) {
    setBusy(true);
    try {
      await work({ mentionId, ...latest.current });
      draft.clear();
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { written, write, keep, go, busy, ready: draft.ready };
}

export type Answering = ReturnType<typeof useAnswering>;
