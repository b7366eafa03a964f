import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Circle, PeopleSort } from '../../../shared/contract/contract.ts';
import { circles } from '../../../shared/wording/circles.ts';

/** What the list is narrowed to, and its order. It lives in the address, so that back finds it. */
export interface PeopleFilter {
  words: string;
  circle: Circle | undefined;
  tag: string | undefined;
  /** Only those whom this person sent. */
  sentBy: string | undefined;
  overdue: boolean;
  sort: PeopleSort;
}

export const everyone: PeopleFilter = {
  words: '',
  circle: undefined,
  tag: undefined,
  sentBy: undefined,
  overdue: false,
  sort: 'name',
};

/** The orders of the list, in the words of the choice. */
export const sortNames: Record<PeopleSort, string> = {
  name: 'By name',
  silence: 'Longest silence',
  stretch: 'Most overdue',
  'next-follow-up': 'Next follow-up',
  added: 'Newest',
  sent: 'Sent the most',
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isSort = (value: string | null): value is PeopleSort => value !== null && value in sortNames;

/** Reads a filter from an address; what makes no sense is left out. */
export function readFilter(params: URLSearchParams): PeopleFilter {
  const sort = params.get('sort');
  return {
    words: params.get('words') ?? '',
    circle: circles.find((circle) => circle === params.get('circle')),
    tag: params.get('tag') || undefined,
    sentBy: uuid.test(params.get('sent-by') ?? '') ? (params.get('sent-by') ?? '') : undefined,
    overdue: params.has('overdue'),
    sort: isSort(sort) ? sort : 'name',
  };
}

/** Writes a filter for an address; what is as usual is left out. */
export function writeFilter(filter: PeopleFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.words) params.set('words', filter.words);
  if (filter.circle) params.set('circle', filter.circle);
  if (filter.tag) params.set('tag', filter.tag);
  if (filter.sentBy) params.set('sent-by', filter.sentBy);
  if (filter.overdue) params.set('overdue', '1');
  if (filter.sort !== 'name') params.set('sort', filter.sort);
  return params;
}

/** Whether the filter leaves anybody out. */
export function narrows(filter: PeopleFilter): boolean {
  const { words, circle, tag, sentBy, overdue } = filter;
  return Boolean(words || circle || tag || sentBy || overdue);
}

/** The filter in the address, and a way to change a part of it in place. */
export function useFilter(): [PeopleFilter, (changes: Partial<PeopleFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const change = useCallback(
    (changes: Partial<PeopleFilter>) =>
      setParams((before) => writeFilter({ ...readFilter(before), ...changes }), { replace: true }),
    [setParams],
  );
  return [filter, change];
}
