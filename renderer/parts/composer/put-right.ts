import type { Medium, Understood } from '../../../shared/contract/contract.ts';
import type { ChosenPerson } from '../person-choice.tsx';

/** A promise as a person put it. */
export interface PromiseWords {
  text: string;
  dueDay: string;
  dueTime: string | null;
}

type UnderstoodPromise = Understood['promises'][number];

/** What a person put right of what was understood; kept with the draft. */
export interface PutRight {
  medium?: Medium;
  reached?: boolean;
  day?: string;
  /** They spoke as well, though the line is only of what is to come. */
  spoke?: boolean;
  /** Promises struck out (null) or put differently, found again by where or how they stood. */
  promises: (Pick<UnderstoodPromise, 'start' | 'text' | 'dueDay'> & { to: PromiseWords | null })[];
  /** Customers whom the line names: that they took part after all, or are not meant. */
  people: Record<string, 'took-part' | 'not-meant'>;
  /** Who is meant by a name that several bear; null when it is none of them. */
  which: Record<string, ChosenPerson | null>;
  /** Names of strangers: that they become customers, or are nobody. */
  strangers: Record<string, 'new' | 'not-meant'>;
  /** Who took part and is not in the line. */
  added: ChosenPerson[];
  /** Who was chosen while their name was typed. */
  linked: ChosenPerson[];
  /** Follow-ups that this kept. */
  keeps: string[];
}

export const nothingPutRight: PutRight = {
  promises: [],
  people: {},
  which: {},
  strangers: {},
  added: [],
  linked: [],
  keeps: [],
};

/** What was put right as it was kept; nothing when that cannot be read. */
export function readPutRight(kept: string): PutRight {
  if (kept === '') return nothingPutRight;
  try {
    return { ...nothingPutRight, ...(JSON.parse(kept) as Partial<PutRight>) };
  } catch {
    return nothingPutRight;
  }
}

/** Somebody chosen while their name was typed: they are meant by it, whoever else bears it. */
export function linked(right: PutRight, person: ChosenPerson): Partial<PutRight> {
  const { [person.id]: _, ...people } = right.people;
  return {
    people,
    which: { ...right.which, [person.name]: person },
    linked: [...right.linked, person],
  };
}

export interface SettledPromise extends UnderstoodPromise {
  /** As it was understood, to find it again. */
  understood: UnderstoodPromise;
}

/** What will be written down: what was understood, with what was put right. */
export interface Settled {
  medium: Medium;
  /** No word of the line says how they spoke, and nobody chose it. */
  mediumIsGuess: boolean;
  reached: boolean;
  day: string;
  /** Who took part, whoever it is about first. */
  people: ChosenPerson[];
  newPeople: string[];
  spokenOf: ChosenPerson[];
  promises: SettledPromise[];
  /** Nothing was said yet: only the promises are kept. */
  isPlan: boolean;
  /** What has to be asked: names that several bear, and names that nobody bears. */
  unsure: Understood['unsure'];
  strangers: string[];
}

/** Whether something put right is about this promise, though more was typed since. */
const isAbout = (one: PutRight['promises'][number], promise: UnderstoodPromise) =>
  one.start === promise.start || (one.text === promise.text && one.dueDay === promise.dueDay);

/** A line as it was understood with what was put right, about `customer` where that is known. */
export function settle(
  understood: Understood,
  right: PutRight,
  customer: ChosenPerson | undefined,
): Settled {
  const roleOf = (id: string) => right.people[id];
  const chosen = understood.unsure.flatMap(({ said }) => right.which[said] ?? []);
  // Whoever was chosen is meant, also by a name that nobody could have read in the line.
  const read = new Set([...understood.people, ...understood.spokenOf].map(({ id }) => id));
  const unread = right.linked.filter(
    ({ id, name }) => !read.has(id) && roleOf(id) !== 'not-meant' && understood.said.includes(name),
  );
  const people = distinct([
    ...(customer ? [customer] : []),
    ...understood.people.filter(({ id }) => roleOf(id) !== 'not-meant'),
    ...understood.spokenOf.filter(({ id }) => roleOf(id) === 'took-part'),
    ...chosen,
    ...right.added,
    ...unread,
  ]);
  const named = understood.strangers
    .map(({ name }) => name)
    .filter((name) => !unread.some((person) => person.name.includes(name)));
  const promises = understood.promises.flatMap((promise) => {
    const put = right.promises.find((one) => isAbout(one, promise));
    return put?.to === null ? [] : [{ ...promise, ...put?.to, understood: promise }];
  });
  return {
    medium: right.medium ?? understood.medium,
    mediumIsGuess:
      right.medium === undefined && !understood.marks.some(({ what }) => what === 'medium'),
    reached: right.reached ?? understood.reached,
    day: right.day ?? understood.happenedDay,
    people,
    newPeople: Object.keys(right.strangers).filter(
      (name) => right.strangers[name] === 'new' && isStill(name, named, understood.said),
    ),
    spokenOf: distinct(understood.spokenOf).filter(
      ({ id }) => roleOf(id) === undefined && !people.some((one) => one.id === id),
    ),
    promises,
    isPlan: understood.isPlan && !right.spoke && right.keeps.length === 0 && promises.length > 0,
    unsure: understood.unsure.filter(({ said }) => right.which[said] === undefined),
    strangers: named.filter((name) => right.strangers[name] === undefined),
  };
}

/** A name that was said to be somebody new counts while it stands there, or was typed apart. */
const isStill = (name: string, named: readonly string[], said: string) =>
  named.includes(name) || !said.includes(name);

const distinct = (people: readonly ChosenPerson[]): ChosenPerson[] => [
  ...new Map(people.map(({ id, name }) => [id, { id, name }])).values(),
];
