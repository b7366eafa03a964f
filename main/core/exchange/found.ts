import type { CustomerForm, CustomerFormInput } from '../../../shared/contract/contract.ts';
import {
  contact,
  customerForm,
  fact,
  lifeDate,
  relation,
} from '../../../shared/contract/people.ts';
import { displayName, hasName } from '../../../shared/names.ts';
import type { Picture } from '../people/photos/picture.ts';
import type { KeptLine } from './vcard-kept.ts';

/** Somebody found in a file. */
export interface Found {
  /** Their place in the file, from 1. */
  row: number;
  form: CustomerForm;
  /** What is to become a note on them. */
  note: string;
  /** Why they cannot be taken, in a sentence; null when they can. */
  problem: string | null;
  /** What of them cannot be taken, each in a sentence. */
  remarks: string[];
  card: FoundCard;
}

/** What only a card knows of somebody. */
export interface FoundCard {
  /** By which they are known elsewhere, the card's own first. */
  uids: string[];
  /** What is written back as it came. */
  lines: KeptLine[];
  links: Link[];
  photo: Picture | null;
  /** It is all that a card said; a row of a table is not. */
  whole: boolean;
}

/** Somebody else, named by the UID of their card. */
export interface Link {
  uid: string;
  as: 'relation' | 'sender';
  relation: string;
  /** Where among the relations they are named as well; null when they are not. */
  at: number | null;
}

const longestNote = 50_000;
const nobody = customerForm.parse({});
const noCard: FoundCard = { uids: [], lines: [], links: [], photo: null, whole: false };

/** The lists of a person: what may stand in each, how many, and what they are called. */
const lists = {
  otherNames: {
    item: customerForm.shape.otherNames.unwrap().element,
    most: 20,
    called: 'the other names',
  },
  works: { item: customerForm.shape.works.unwrap().element, most: 20, called: 'the businesses' },
  contacts: { item: contact, most: 60, called: 'the ways to reach them' },
  relations: { item: relation, most: 60, called: 'the people around them' },
  dates: { item: lifeDate, most: 60, called: 'the dates' },
  facts: { item: fact, most: 200, called: 'the facts' },
  tags: { item: customerForm.shape.tags.unwrap().element, most: 60, called: 'the tags' },
} as const;

/** Somebody as a file says they are, made to fit what can be kept of a person. */
export function foundPerson(
  row: number,
  said: CustomerFormInput,
  note: string,
  more: { card?: FoundCard; remarks?: string[] } = {},
): Found {
  const whole = note.toWellFormed().normalize('NFC').trim();
  const remarks = [...(more.remarks ?? [])];
  if (whole.length > longestNote) {
    remarks.push('The note is longer than 50,000 characters, and was cut.');
  }
  const found = {
    row,
    note: whole.slice(0, longestNote).toWellFormed(),
    remarks,
    card: more.card ?? noCard,
  };
  const asSaid = customerForm.safeParse(said);
  const checked = asSaid.success ? asSaid : customerForm.safeParse(withRoom(said, remarks));
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = issue?.path[0] === undefined ? '' : ` (${String(issue.path[0])})`;
    const problem = `Something here does not fit${field}. ${issue?.message ?? ''}`.trim();
    return { ...found, form: nobody, problem };
  }
  const form = withSomeName(checked.data);
  const problem = hasName(form) ? null : 'There is no name here, nor anything to call them by.';
  return { ...found, form, problem };
}

/** What to call somebody in a list; never empty. */
export function foundName({ form, row }: Found): string {
  return displayName(form) || `Row ${row}`;
}

/** Leaves out of the lists what has no room there, and says so. */
function withRoom(said: CustomerFormInput, remarks: string[]): CustomerFormInput {
  const fitting: Record<string, unknown> = { ...said };
  for (const [name, { item, most, called }] of Object.entries(lists)) {
    const given: unknown[] = said[name as keyof typeof lists] ?? [];
    const taken = given.filter((one) => item.safeParse(one).success).slice(0, most);
    if (taken.length === given.length) continue;
    fitting[name] = taken;
    remarks.push(`${given.length - taken.length} of ${called} did not fit.`);
  }
  return fitting;
}

/** Somebody of whom only a mail address or a number is known is called by that. */
function withSomeName(form: CustomerForm): CustomerForm {
  if (hasName(form)) return form;
  const called =
    form.contacts.find((contact) => contact.kind === 'email') ??
    form.contacts.find((contact) => contact.kind === 'phone' || contact.kind === 'handle');
  return called ? { ...form, nickname: called.value.slice(0, 200) } : form;
}
