import type { ContactKind } from '../../shared/contract/contract.ts';

/** What kind of contact a typed line most likely is: a mail, a page, a handle, else a phone. */
export function contactGuess(value: string): ContactKind {
  const typed = value.trim();
  if (/^(https?:\/\/|www\.)/i.test(typed)) return 'website';
  if (typed.startsWith('@')) return 'handle';
  if (typed.includes('@')) return 'email';
  return 'phone';
}
