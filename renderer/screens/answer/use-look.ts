import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerLength, type CountingNetwork } from '../../../shared/answer-length.ts';
import type { AnswerRemark } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';

export interface Look {
  /** What is pointed at in the text as it is now. */
  remarks: readonly AnswerRemark[];
  length: number;
  /** Whether the remarks are for these very words. */
  isCurrent: boolean;
}

/** A gentle look at the words as they are typed, a moment behind the hand. */
export function useLook(mentionId: string, text: string, network: CountingNetwork | null): Look {
  const [settled] = useDebouncedValue(text, 300);
  const { data, isPlaceholderData } = useQuery(
    api.answers.look.queryOptions({
      input: { mentionId, text: settled },
      placeholderData: keepPreviousData,
    }),
  );
  const isCurrent = settled === text && data !== undefined && !isPlaceholderData;
  return {
    remarks: isCurrent ? data.remarks : [],
    length: network ? answerLength(network, text) : text.length,
    isCurrent,
  };
}
