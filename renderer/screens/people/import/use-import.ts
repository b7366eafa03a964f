import type { InferContractRouterOutputs } from '@orpc/contract';
import { useCallback, useRef, useState } from 'react';
import type { Contract, PeopleField } from '../../../../shared/contract/contract.ts';
import { client } from '../../../app/client.ts';
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

/** The steps of bringing people in from a file: choose, look, put right, bring in. */
export function useImport() {
  const [stage, setStage] = useState<ImportStage>({ at: 'choosing', problem: null });
  // Only the answer to the latest question counts: mappings are changed faster than files are read.
  const asked = useRef(0);

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
      setStage({ at: 'done', fileName: file.fileName, result });
    } catch (problem) {
      setStage({ at: 'looking', file, preview, busy: false, problem: sentence(problem) });
    }
  }

  return { stage, choose, remap, bringIn };
}
