import type { InferContractRouterOutputs } from '@orpc/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contract, PeopleField } from '../../../../shared/contract/contract.ts';
import { client } from '../../../app/client.ts';
import { showDone, showProblem } from '../../../app/notices.tsx';
import { sentenceOf } from '../../../app/problems.ts';
import { type FileContent, FileRefused, readFile } from './file-content.ts';

type Exchange = InferContractRouterOutputs<Contract>['exchange'];
export type PeoplePreview = Exchange['previewPeople'];
export type ImportResult = Exchange['importPeople'];
export type Mapping = { column: string; field: PeopleField }[];
export type Already = 'skip' | 'update' | 'add';

/** Where an import stands. */
export type ImportStage =
  | { at: 'choosing'; problem: string | null }
  | { at: 'reading'; fileName: string }
  | {
      at: 'looking';
      file: FileContent;
      preview: PeoplePreview;
      busy: boolean;
      problem: string | null;
    }
  | { at: 'done'; fileName: string; result: ImportResult };

const sentence = (problem: unknown) =>
  problem instanceof FileRefused ? problem.message : sentenceOf(problem);

const count = new Intl.NumberFormat('en-GB');

/** A number of people in words: "1 person", "1,204 people". */
export function peopleWords(number: number): string {
  return number === 1 ? '1 person' : `${count.format(number)} people`;
}

/** What an import came to, in a sentence. */
export function cameIn({ added, updated, skipped }: ImportResult): string {
  const words = [
    `${peopleWords(added)} came in`,
    updated > 0 && `${peopleWords(updated)} got something new`,
    skipped > 0 && `${peopleWords(skipped)} stayed as they were`,
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}

/** The steps of bringing people in from a file: choose, look, put right, bring in. */
export function useImport() {
  const [stage, setStage] = useState<ImportStage>({ at: 'choosing', problem: null });
  // Only the answer to the latest question counts: mappings are changed faster than files are read.
  const asked = useRef(0);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const choose = useCallback(async (chosen: File) => {
    asked.current += 1;
    const mine = asked.current;
    setStage({ at: 'reading', fileName: chosen.name });
    try {
      const file = await readFile(chosen);
      const preview = await client.exchange.previewPeople(file);
      if (mine === asked.current) {
        setStage({ at: 'looking', file, preview, busy: false, problem: null });
      }
    } catch (problem) {
      if (mine === asked.current) setStage({ at: 'choosing', problem: sentence(problem) });
    }
  }, []);

  async function remap(file: FileContent, preview: PeoplePreview, mapping: Mapping) {
    asked.current += 1;
    const mine = asked.current;
    const shown = { ...preview, mapping };
    setStage({ at: 'looking', file, preview: shown, busy: true, problem: null });
    try {
      const next = await client.exchange.previewPeople({ ...file, mapping });
      if (mine === asked.current) {
        setStage({ at: 'looking', file, preview: next, busy: false, problem: null });
      }
    } catch (problem) {
      if (mine === asked.current) {
        setStage({ at: 'looking', file, preview: shown, busy: false, problem: sentence(problem) });
      }
    }
  }

  async function bringIn(file: FileContent, preview: PeoplePreview, already: Already) {
    setStage({ at: 'looking', file, preview, busy: true, problem: null });
    try {
      const mapping = preview.mapping ?? undefined;
      const result = await client.exchange.importPeople({ ...file, mapping, already });
      // Whoever closed this in the meantime is told all the same.
      if (!here.current) {
        showDone(cameIn(result), result.step ?? undefined);
        return;
      }
      setStage({ at: 'done', fileName: file.fileName, result });
    } catch (problem) {
      if (!here.current) showProblem(problem);
      setStage({ at: 'looking', file, preview, busy: false, problem: sentence(problem) });
    }
  }

  return { stage, choose, remap, bringIn };
}
