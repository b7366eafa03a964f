import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';

/** Milliseconds after the last letter before a name is looked up. */
const breath = 300;

/** Who is named like that, a breath after it was typed; `exceptMatter` leaves its parties out. */
export function useLookUp(typed: string, exceptMatter?: string) {
  const [name] = useDebouncedValue(typed.trim(), breath);
  const isName = [...name].length > 1;
  const found = useQuery({
    ...api.matters.lookUp.queryOptions({ input: { name, exceptMatter } }),
    enabled: isName,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const settled = isName && name === typed.trim() && !found.isPlaceholderData;
  return { name, found: settled ? found.data : undefined, error: isName ? found.error : null };
}
