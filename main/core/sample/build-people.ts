import { customerForm } from '../../../shared/contract/people.ts';
import { displayName, sortName } from '../../../shared/names.ts';
import type { JournaledTable } from '../journal/tables.ts';
import { listRows } from '../people/write-lists.ts';
import { type Builder, personId } from './builder.ts';
import { calendarDate, dayBefore, momentBefore, sampleId } from './relative.ts';
import type { TownPerson } from './town.ts';

/** Somebody of the town moves in, with all that is known of them. */
export function moveIn({ write, house, town, put }: Builder, person: TownPerson): void {
  const { clock } = house;
  const id = personId(person.key);
  const form = customerForm.parse({
    ...person,
    sentBy: null,
    relations: person.relations.map(({ name, other, relation }) => ({
      name,
      relation,
      otherId: other && personId(other),
    })),
    dates: person.dates.map(({ kind, label, ...date }) => ({
      kind,
      label,
      ...calendarDate(clock, date),
    })),
    facts: person.facts.map((text) => ({ text })),
  });
  // The lists go first, so that the search index takes the person in once.
  const lists = listRows(form, town.business.country);
  for (const [table, rows] of Object.entries(lists)) {
    rows.forEach((row, position) => {
      const own = sampleId(table, person.key, position);
      write.insert(table as JournaledTable, { ...row, id: own, customer_id: id, position });
    });
  }
  put('customer', {
    id,
    given_name: form.givenName,
    family_name: form.familyName,
    nickname: form.nickname,
    company: form.company,
    role: form.role,
    name_order: form.nameOrder,
    pronouns: form.pronouns,
    said_as: form.saidAs,
    display_name: displayName(form),
    sort_name: sortName(form),
    circle: form.circle,
    rhythm_days: form.rhythmDays,
    how_met: form.howMet,
    sent_by: person.sentBy && personId(person.sentBy),
    added_at: momentBefore(clock, person.addedDaysAgo, '06:00'),
    added_day: dayBefore(clock, person.addedDaysAgo),
  });
  for (const daysAgo of person.cameBackDaysAgo) {
    put('came_back', {
      id: sampleId('came-back', person.key, daysAgo),
      customer_id: id,
      day: dayBefore(clock, daysAgo),
    });
  }
}
