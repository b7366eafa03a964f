import type { Settings } from '../contract/contract.ts';

/** What one may do, as it is chosen. */
export const professionChoices: readonly { value: Settings['profession']; label: string }[] = [
  { value: 'shop', label: 'A shop, a café or a workshop' },
  { value: 'professional', label: 'A profession of one’s own' },
  { value: 'attorney', label: 'Attorney' },
  { value: 'health', label: 'Health and care' },
];
