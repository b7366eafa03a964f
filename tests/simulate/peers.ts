import { type Morning, type Person, type Rule, silentDays } from './morning.ts';

type Choice = (morning: Morning) => Person | undefined;

/**
 * How others pick, each in its natural best form: counted in days overdue, somebody never spoken
 * with counted from when they were added, an attempt that reached nobody no contact, people
 * without a rhythm left out, of equals the longest silent, and where nobody is overdue the next in
 * line, so that no day is lost. After PEERS.md, the last section of "Keeping in touch".
 */
export const peers: Record<string, Rule> = {
  /** A reminder every so many days from the first, whatever was logged; one that was missed rolls on
   * to the next time. Best form: of several on one day, the most overdue. */
  'trigger dates (Monica)': named(({ day, people }) =>
    mostOverdue(
      people.filter(
        ({ addedDay, rhythmDays }) => rhythmDays !== null && (day - addedDay) % rhythmDays === 0,
      ),
      day,
    ),
  ),

  /** Last contact and interval: the most days overdue. */
  'days overdue (Dex, Nametag)': named(({ day, people }) => mostOverdue(withRhythm(people), day)),

  /** Days since in a bucket: the buckets in turn, one a day, and in it the most days since, which
   * in one bucket orders as days overdue does. (Other forms tried, with our duties first: in turn by what
   * each bucket asks for, or the longest silence of all who are overdue, come out worse; the bucket
   * with the largest share of people past its days comes nearest to ours, and before it in 4 of 100
   * seeds.) */
  'buckets (Contactually)': named(({ day, people }) => {
    const buckets = [...Map.groupBy(withRhythm(people), (person) => person.rhythmDays).values()];
    return mostSilent(buckets[day % buckets.length] ?? [], day);
  }),

  /** Days overdue ÷ frequency, which orders as the part of the rhythm used up does. Those never
   * contacted, whom Bonds leaves out, are counted from when they were added. */
  'overdue by frequency (Bonds)': named(({ day, people }) =>
    most(withRhythm(people), day, (person) => used(person, day)),
  ),

  /** Three active, then two dormant, by points, with a cool-down after an attempt; at one a day, of
   * five days three and two. Where there is none of the one kind, of the other. */
  'active and dormant (PingCRM)': named(({ day, people }) => {
    const awake = withRhythm(people).filter(
      ({ lastAttemptDay }) => lastAttemptDay === null || day - lastAttemptDay > 1,
    );
    const dormantToday = day % 5 >= 3;
    const points = (person: Person) => pointsOf(person, day);
    const turn = awake.filter((one) => silentDays(one, day) > dormantDays === dormantToday);
    return most(turn, day, points) ?? most(awake, day, points);
  }),

  /** Five by chance; best form: of them the one most overdue. */
  'random five (Meerkat)': named((morning) =>
    mostOverdue(
      Array.from({ length: 5 }, () => anybody(morning)).filter((person) => person !== undefined),
      morning.day,
    ),
  ),

  /** The customer's own average gap and seven days: the most days beyond it. */
  'own gap (Bizily)': named(({ day, people }) =>
    most(withRhythm(people), day, (person) => silentDays(person, day) - averageGap(person) - 7),
  ),

  'oldest contact': named(({ day, people }) => mostSilent(withRhythm(people), day)),

  random: named(anybody),
};

/** From then on somebody counts as dormant. */
const dormantDays = 180;

function named(choice: Choice): Rule {
  return (morning) => {
    const person = choice(morning);
    return person && { person, reasons: [] };
  };
}

function withRhythm(people: readonly Person[]): Person[] {
  return people.filter((person) => person.rhythmDays !== null);
}

/** Who has the highest value of something; of equals the longest silent, then the first. */
function most(
  people: readonly Person[],
  day: number,
  value: (person: Person) => number,
): Person | undefined {
  let best: Person | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const person of people) {
    const worth = value(person);
    const longer = best && worth === highest && silentDays(person, day) > silentDays(best, day);
    if (worth > highest || longer) {
      highest = worth;
      best = person;
    }
  }
  return best;
}

/** Days past the rhythm, negative while there is time yet. */
function overdue(person: Person, day: number): number {
  return silentDays(person, day) - (person.rhythmDays ?? 0);
}

function mostOverdue(people: readonly Person[], day: number): Person | undefined {
  return most(people, day, (person) => overdue(person, day));
}

function mostSilent(people: readonly Person[], day: number): Person | undefined {
  return most(people, day, (person) => silentDays(person, day));
}

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

function anybody({ people, random }: Morning): Person | undefined {
  const among = withRhythm(people);
  return among[Math.floor(random() * among.length)];
}
