import { Route } from 'wouter';
import PersonScreen from '../../../../renderer/screens/person/person-screen.tsx';
import type { Customer, FollowUp, TimelineEntry } from '../../../../shared/contract/contract.ts';
import { type Answers, show } from '../../app/show.tsx';
import { aCustomer, idOf } from '../people/people.ts';

/** Something in a timeline; a talk at the counter but for what is said. */
export function anEntry(changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    kind: 'conversation',
    id: idOf(20),
    at: Date.UTC(2026, 1, 20, 10),
    day: '2026-02-20',
    text: 'The knee is better.',
    medium: 'counter',
    reached: true,
    people: [{ id: idOf(1), name: 'Rosa Marchetti' }],
    spokenOf: [],
    tags: [],
    begunBy: null,
    ofUs: '',
    pinned: false,
    dueDay: null,
    state: null,
    followUp: null,
    sourceName: null,
    address: null,
    rating: null,
    ...changes,
  };
}

/** Something promised for Friday. */
export function aFollowUp(changes: Partial<FollowUp> = {}): FollowUp {
  return {
    id: idOf(30),
    text: 'Send the quote',
    customer: { id: idOf(1), name: 'Rosa Marchetti' },
    madeBy: null,
    givenTo: null,
    dueDay: '2026-03-06',
    dueTime: null,
    snoozedUntil: null,
    snoozedTime: null,
    recurrence: null,
    state: 'open',
    doneAt: null,
    madeAt: Date.UTC(2026, 1, 20, 10),
    conversationId: null,
    daysLate: -4,
    ...changes,
  };
}

interface Page {
  person?: Partial<Customer>;
  entries?: TimelineEntry[];
  promises?: FollowUp[];
  path?: string;
  answers?: Answers;
}

/** Rosa's page with a fake core behind it. */
export function showPerson({ person, entries = [], promises = [], path, answers }: Page = {}) {
  const shown = show(
    <Route path="/people/:id">
      <PersonScreen />
    </Route>,
    {
      path: path ?? `/people/${idOf(1)}`,
      answers: {
        'people.get': () => aCustomer(person),
        'people.tags': () => [],
        'people.list': () => ({ total: 0, rows: [] }),
        'people.change': () => ({ step: 'changed' }),
        'timeline.list': timelineOf(entries),
        'timeline.tags': () => [{ tag: 'rye', times: 2 }],
        'timeline.years': () => ({ first: 2024, last: 2026 }),
        'people.leaveRhythm': () => ({ step: 'left' }),
        'followUps.list': () => ({ total: promises.length, rows: promises }),
        'drafts.get': () => ({ text: '' }),
        'drafts.save': () => undefined,
        ...answers,
      },
    },
  );
  const inputs = (path: string) =>
    shown.calls.filter((call) => call.path === path).map((call) => call.input);
  return { ...shown, inputs };
}

interface TimelineAsked {
  kinds?: string[];
  pinned?: boolean;
  spokenOf?: string;
  after: string | null;
  until: string | null;
  limit: number;
}

/** Answers pages of these entries as the core does; a place is an entry's number. */
function timelineOf(entries: readonly TimelineEntry[]) {
  return ({ kinds, pinned, spokenOf, after, until, limit }: TimelineAsked) => {
    const found = spokenOf
      ? []
      : entries.filter(
          (entry) => (!kinds || kinds.includes(entry.kind)) && (!pinned || entry.pinned),
        );
    const from = after === null || after === undefined ? 0 : Number(after) + 1;
    const to = until ? Number(until) + 1 : Math.min(found.length, from + (limit ?? 100));
    const isMore = !until && to < found.length;
    return { entries: found.slice(from, to), next: isMore ? String(to - 1) : null };
  };
}
