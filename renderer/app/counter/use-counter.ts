import { useMutation, useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../shared/contract/contract.ts';
import { api } from '../client.ts';
import { showNotice } from '../notices.tsx';

interface Counter {
  colleagues: readonly Colleague[];
  /** Who is at the keyboard; undefined when nobody said. */
  present: Colleague | undefined;
  /** Says who is here from now on. */
  comeIn: (colleague: Colleague | null) => void;
}

/** Who works here, and who is at the keyboard now. */
export function useCounter(): Counter {
  const { data } = useQuery(api.counter.get.queryOptions());
  const change = useMutation(api.counter.comeIn.mutationOptions());
  const colleagues = data?.colleagues ?? [];
  return {
    colleagues,
    present: colleagues.find(({ id }) => id === data?.present),
    comeIn: (colleague) =>
      change.mutate(
        { id: colleague?.id ?? null },
        {
          onSuccess: () =>
            showNotice(
              colleague ? `${colleague.name} is here now` : 'Nobody in particular is here',
            ),
        },
      ),
  };
}
