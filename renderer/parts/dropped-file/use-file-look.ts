import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileLook, ReviewField } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { readAsBase64 } from '../read-as-base64.ts';

/** How a person put the guess right. */
export interface Corrections {
  as?: 'reviews';
  columns?: { column: string; field: ReviewField }[];
  best?: number;
}

/** Where looking at a file has come to. */
export type Stage =
  | { at: 'reading' }
  | { at: 'refused'; sentence: string }
  | { at: 'looking'; look: FileLook; busy: boolean; problem: string | null };

/** Reads a file, shows what the core finds in it, and again with what was put right. */
export function useFileLook(file: File) {
  const [stage, setStage] = useState<Stage>({ at: 'reading' });
  const content = useRef('');
  const corrections = useRef<Corrections>({});

  const look = useCallback(async () => {
    setStage((now) => (now.at === 'looking' ? { ...now, busy: true, problem: null } : now));
    try {
      content.current ||= await readAsBase64(file);
      const found = await client.sources.lookAtFile({
        fileName: file.name,
        content: content.current,
        ...corrections.current,
      });
      setStage({ at: 'looking', look: found, busy: false, problem: null });
    } catch (problem) {
      const sentence = sentenceOf(problem);
      setStage((now) =>
        now.at === 'looking'
          ? { ...now, busy: false, problem: sentence }
          : { at: 'refused', sentence },
      );
    }
  }, [file]);
  useEffect(() => void look(), [look]);

  return {
    stage,
    correct(more: Corrections) {
      corrections.current = { ...corrections.current, ...more };
      void look();
    },
    bringIn: (sourceName: string) =>
      client.sources.importReviews({
        fileName: file.name,
        content: content.current,
        sourceName,
        ...corrections.current,
      }),
  };
}
