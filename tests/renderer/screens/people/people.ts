import type { Customer, CustomerRow } from '../../../../shared/contract/contract.ts';

/** The id of the nth person of a test. */
export const idOf = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A person as a list has one; somebody quiet and ordinary but for what is said. */
export function aRow(changes: Partial<CustomerRow> = {}): CustomerRow {
  return {
    id: idOf(1),
    name: 'Rosa Marchetti',
    company: '',
    circle: 'regular',
    rhythmDays: 30,
    tags: [],
    lastSpokeDay: '2026-02-20',
    silentDays: 10,
    stretch: 10 / 30,
    nextFollowUpDay: null,
    waitingVoices: 0,
    sent: 0,
    photo: null,
    addedDay: '2025-03-02',
    ...changes,
  };
}

/** The same with all that is known of them. */
export function aCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    ...aRow(),
    givenName: 'Rosa',
    familyName: 'Marchetti',
    nickname: '',
    role: '',
    nameOrder: 'given-first',
    pronouns: '',
    saidAs: '',
    otherNames: [],
    works: [],
    ownRhythmDays: null,
    seenRhythmDays: null,
    howMet: '',
    sentBy: null,
    cameBack: [],
    contacts: [],
    relations: [],
    dates: [],
    facts: [],
    attempts: 0,
    binnedAt: null,
    mergedInto: null,
    ...changes,
  };
}

interface Asked {
  words: string;
  circle?: string;
  tag?: string;
  overdue: boolean;
  sort: string;
  offset: number;
  limit: number;
}

/** Answers `people.list` out of so many people, a page at a time. */
export function listing(rows: readonly CustomerRow[]) {
  return ({ words, circle, overdue, offset, limit }: Asked) => {
    const found = rows.filter(
      (row) =>
        row.name.toLowerCase().includes(words.toLowerCase()) &&
        (!circle || row.circle === circle) &&
        (!overdue || (row.stretch ?? 0) > 1),
    );
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  };
}
