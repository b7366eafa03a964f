import { most, type Person, type Rule, type Shop, silentDays } from './shop.ts';

/**
 * How others pick, each in its natural best form: counted in days overdue, somebody never spoken
 * with counted from when they were added, an attempt that reached nobody no contact, people
 * without a rhythm left out, and of equals the longest silent.
 */
export const peers: Record<string, Rule> = {
  /** A reminder every so many days whatever was logged; one that was missed is gone until the next. */
  'trigger dates (Monica)': ({ day, people }) =>
    mostOverdue(
      people.filter(
        ({ addedDay, rhythmDays }) => rhythmDays !== null && (day - addedDay) % rhythmDays === 0,
      ),
      day,
    ),

  /** Last contact and interval: the most days overdue. */
  'days overdue (Dex, Nametag)': ({ day, people }) => mostOverdue(withRhythm(people), day),

  /** The buckets in turn, one a day; in it the longest silence. */
  'buckets (Contactually)': ({ day, people }) => {
    const buckets = [...Map.groupBy(withRhythm(people), (person) => person.rhythmDays).values()];
    const bucket = buckets[day % buckets.length] ?? [];
    return most({ day, people: bucket }, (person) => silentDays(person, day));
  },

  /** Days overdue ÷ frequency, which orders as the rhythm used up does. */
  'overdue by frequency (Bonds)': ({ day, people }) =>
    most({ day, people: withRhythm(people) }, (person) => used(person, day)),

  /** Three active, then two dormant, by points, with a cool-down after an attempt. */
  'active and dormant (PingCRM)': ({ day, people }) => {
    const awake = withRhythm(people).filter(
      ({ lastAttemptDay }) => lastAttemptDay === null || day - lastAttemptDay > 1,
    );
    const dormantToday = day % 5 >= 3;
    const points = (person: Person) => pointsOf(person, day);
    const turn = awake.filter((one) => silentDays(one, day) > dormantDays === dormantToday);
    return most({ day, people: turn }, points) ?? most({ day, people: awake }, points);
  },

  /** Five by chance; of them the one most overdue. */
  'random five (Meerkat)': (shop) =>
    mostOverdue(
      Array.from({ length: 5 }, () => anybody(shop)).filter((person) => person !== undefined),
      shop.day,
    ),

  /** The customer's own average gap and seven days: the most days beyond it. */
  'own gap (Bizily)': ({ day, people }) =>
    most(
      { day, people: withRhythm(people) },
      (person) => silentDays(person, day) - averageGap(person) - 7,
    ),

  'oldest contact': ({ day, people }) =>
    most({ day, people: withRhythm(people) }, (person) => silentDays(person, day)),

  random: (shop) => anybody(shop),
};

/** From then on somebody counts as dormant. */
const dormantDays = 180;

const withRhythm = (people: readonly Person[]) =>
  people.filter((person) => person.rhythmDays !== null);

/** Days past the rhythm, negative while there is time yet. */
function overdue(person: Person, day: number): number {
  return silentDays(person, day) - (person.rhythmDays ?? 0);
}

const mostOverdue = (people: readonly Person[], day: number) =>
  most({ day, people }, (person) => overdue(person, day));

/** How far the rhythm is used up. */
function used(person: Person, day: number): number {
  return silentDays(person, day) / (person.rhythmDays ?? Number.POSITIVE_INFINITY);
}

/** The same in points, with one more when they wrote lately and one when a birthday is near. */
function pointsOf(person: Person, day: number): number {
  const { birthday, voices } = person;
  const wrote = voices.some((voice) => day - voice.day <= 7) ? 1 : 0;
  const celebrates = birthday !== null && birthday >= day && birthday - day <= 7 ? 1 : 0;
  return used(person, day) + wrote + celebrates;
}

/** The average of the gaps known; until there is one, the rhythm. */
function averageGap({ spokeDays, rhythmDays }: Person): number {
  const [first] = spokeDays;
  const last = spokeDays.at(-1);
  if (first === undefined || last === undefined || spokeDays.length < 2) return rhythmDays ?? 0;
  return (last - first) / (spokeDays.length - 1);
}

function anybody({ people, random }: Shop): Person | undefined {
  const among = withRhythm(people);
  return among[Math.floor(random() * among.length)];
}
