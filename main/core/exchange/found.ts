import type { CustomerForm, CustomerFormInput } from '../../../shared/contract/contract.ts';
import { customerForm } from '../../../shared/contract/people.ts';
import { displayName, hasName } from '../../../shared/names.ts';

/** Somebody found in a file. */
export interface Found {
  /** Their place in the file, from 1. */
  row: number;
  form: CustomerForm;
  /** What is to become a note on them. */
  note: string;
  /** Why they cannot be taken, in a sentence; null when they can. */
  problem: string | null;
}

const longestNote = 50_000;
const nobody = customerForm.parse({});

/** Somebody as a file says they are, made to fit what can be kept of a person. */
export function foundPerson(row: number, said: CustomerFormInput, note: string): Found {
  const kept = note.toWellFormed().normalize('NFC').trim().slice(0, longestNote);
  const checked = customerForm.safeParse(said);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = issue?.path[0] === undefined ? '' : ` (${String(issue.path[0])})`;
    const problem = `Something here does not fit${field}. ${issue?.message ?? ''}`.trim();
    return { row, form: nobody, note: kept, problem };
  }
  const form = withSomeName(checked.data);
  const problem = hasName(form) ? null : 'There is no name here, nor anything to call them by.';
  return { row, form, note: kept, problem };
}

/** What to call somebody in a list; never empty. */
export function foundName({ form, row }: Found): string {
  return displayName(form) || `Row ${row}`;
}

/** Somebody of whom only a mail address or a number is known is called by that. */
function withSomeName(form: CustomerForm): CustomerForm {
  if (hasName(form)) return form;
  const called =
    form.contacts.find((contact) => contact.kind === 'email') ??
    form.contacts.find((contact) => contact.kind === 'phone' || contact.kind === 'handle');
  return called ? { ...form, nickname: called.value.slice(0, 200) } : form;
}
