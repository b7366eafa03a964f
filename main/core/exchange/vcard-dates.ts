import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import type { Property } from './vcard-properties.ts';
import { writtenDate } from './written-dates.ts';

type LifeDate = NonNullable<CustomerFormInput['dates']>[number];

const birthdays = new Set(['BDAY']);
const anniversaries = new Set([
  'ANNIVERSARY',
  'X-ANNIVERSARY',
  'X-EVOLUTION-ANNIVERSARY',
  'X-MS-ANNIVERSARY',
]);
const otherDates = new Set(['X-ABDATE', 'X-PORCHLIGHT-DATE']);

/** Whether a property should hold a date of somebody's life. */
export function isDate({ name }: Property): boolean {
  return birthdays.has(name) || anniversaries.has(name) || otherDates.has(name);
}

/** The date in a property; undefined when it is none. */
export function dateIn(property: Property, label: string): LifeDate | undefined {
  const { name, parameters, values } = property;
  const date = writtenDate(values[0] ?? '', 'day-first');
  if (!date) return undefined;
  const said = parameters['x-porchlight-label'] ?? label;
  const own = parameters['x-porchlight-kind'];
  const kind =
    birthdays.has(name) || own === 'birthday'
      ? 'birthday'
      : anniversaries.has(name) || (own ?? said) === 'anniversary'
        ? 'anniversary'
        : 'other';
  const notice = Number(parameters['x-porchlight-notice'] ?? 3);
  return {
    ...date,
    kind,
    label: own === undefined && said === kind ? '' : said,
    yearly: parameters['x-porchlight-once'] === undefined,
    noticeDays: Number.isInteger(notice) ? notice : 3,
  };
}

/** What stands where a date should and is none is not lost: it is kept as it was written. */
export function unreadDate(property: Property): string {
  return `${birthdays.has(property.name) ? 'Born' : 'Date'}: ${property.values[0]}`.slice(0, 500);
}
