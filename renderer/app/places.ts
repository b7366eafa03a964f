import type { SearchHit } from '../../shared/contract/contract.ts';

/** Where somebody goes from something that was found. */
export function placeOf(hit: Pick<SearchHit, 'kind' | 'id' | 'customerId'>): string {
  switch (hit.kind) {
    case 'customer':
      return `/people/${hit.id}`;
    case 'mention':
      return `/listening?mention=${hit.id}`;
    case 'lesson':
      return `/lessons?lesson=${hit.id}`;
    case 'follow-up':
      return hit.customerId
        ? `/people/${hit.customerId}?entry=${hit.id}`
        : `/follow-ups?follow-up=${hit.id}`;
    default:
      return hit.customerId ? `/people/${hit.customerId}?entry=${hit.id}` : `/said?entry=${hit.id}`;
  }
}
