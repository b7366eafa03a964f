import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Understood } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';

/**
 * What the core makes of a line, a moment after the last stroke. `current` is false while it
 * still speaks of an earlier text.
 */
export function useUnderstood(
  line: string,
  customerId: string | undefined,
): { understood: Understood | null; current: boolean } {
  const [settled] = useDebouncedValue(line, 150);
  const asked = useQuery(
    api.conversations.understand.queryOptions({
      input: { line: settled, customerId },
      enabled: settled.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  );
  if (line.trim() === '') return { understood: null, current: true };
  return {
    understood: asked.data ?? null,
    current: settled === line && asked.isSuccess && !asked.isPlaceholderData,
  };
}
