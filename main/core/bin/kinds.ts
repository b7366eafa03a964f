import type { BinKind } from '../../../shared/contract/contract.ts';

/** Days that something stays in the bin before it leaves for good. */
export const daysInBin = 30;

export const dayLength = 86_400_000;

/** The table of each kind of thing that can be in the bin. */
export const tableOf = {
  customer: 'customer',
  conversation: 'conversation',
  note: 'note',
  'follow-up': 'follow_up',
  lesson: 'lesson',
} as const satisfies Record<BinKind, string>;

/** Something in the bin. */
export interface Binned {
  kind: BinKind;
  id: string;
}
