import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { type Cell, isDate, labelOfCell, valuesOf } from './csv-columns.ts';
import { addressGroup, labelOfHeader, relationOfHeader } from './csv-headers.ts';
import type { Link } from './found.ts';
import { type DateOrder, writtenDate } from './written-dates.ts';

type List<Name extends 'contacts' | 'dates' | 'relations' | 'works'> = NonNullable<
  CustomerFormInput[Name]
>;

/** The ways to reach somebody that a row names. */
export function contactsIn(cells: readonly Cell[], exact: boolean): List<'contacts'> {
  const addresses = new Map<string, Cell[]>();
  const found = cells.flatMap((cell): List<'contacts'> => {
    const { field, column } = cell;
    const label = labelOfCell(cell, exact) || labelOfHeader(column);
    if (field === 'address') {
      const group = addressGroup(column);
      addresses.set(group, [...(addresses.get(group) ?? []), cell]);
      return [];
    }
    const values = valuesOf(cell, exact);
    if (field === 'handle') {
      const network = cell.detail('network') || cell.detail('service') || networkOfHeader(column);
      return values.map((value) => ({ kind: field, label, value, network }));
    }
    const isReach = field === 'phone' || field === 'email' || field === 'website';
    return isReach ? values.map((value) => ({ kind: field, label, value })) : [];
  });
  for (const [group, parts] of addresses) {
    // Where an address stands whole as well, its parts would only repeat it.
    const whole = parts.find(({ column }) => /formatted$/i.test(column));
    const label = whole && labelOfCell(whole, exact);
    found.push({
      kind: 'address',
      label: label || labelOfHeader(group),
      value: exact && whole ? whole.text : inOneLine(whole ? [whole] : parts),
    });
  }
  return found;
}

function inOneLine(parts: readonly Cell[]): string {
  return parts.flatMap(({ text }) => text.split(/\s*\n\s*/)).join(', ');
}

function networkOfHeader(column: string): string {
  const [word = ''] = column.toLowerCase().split(' ');
  return word === 'handle' || word === 'im' ? '' : word;
}

/** The dates of somebody's life in a row, and as facts what stands there and is no date. */
export function datesIn(cells: readonly Cell[], order: DateOrder, exact: boolean) {
  const dates: List<'dates'> = [];
  const unread: string[] = [];
  for (const cell of cells) {
    const { field, text, detail } = cell;
    if (!isDate(field) || /^0+[/-]0+[/-]0+$/.test(text)) continue;
    const date = writtenDate(text, order);
    const label = labelOfCell(cell, exact);
    if (!date) {
      unread.push(`${field === 'birthday' ? 'Born' : label || 'Date'}: ${text}`.slice(0, 500));
      continue;
    }
    const said = isKind(detail('kind')) ?? (exact ? undefined : isKind(label));
    const notice = Number(detail('notice') || 3);
    dates.push({
      ...date,
      kind: said ?? (field === 'date' ? 'other' : isKind(field)),
      label: said === label ? '' : label,
      yearly: detail('once') === '',
      noticeDays: notice >= 0 && notice <= 60 ? notice : 3,
    });
  }
  return { dates, unread };
}

function isKind(word: string) {
  return word === 'birthday' || word === 'anniversary' || word === 'other' ? word : undefined;
}

/** The people around somebody in a row; a table of our own also names their cards. */
export function relationsIn(cells: readonly Cell[], exact: boolean) {
  const relations: List<'relations'> = [];
  const links: Link[] = [];
  for (const cell of cells) {
    if (cell.field !== 'relation') continue;
    const relation = labelOfCell(cell, exact) || relationOfHeader(cell.column);
    const note = cell.detail('note');
    const uid = cell.detail('id');
    for (const name of valuesOf(cell, exact, / ::: |[,;]/)) {
      relations.push({ name: name.slice(0, 200), relation: relation.slice(0, 60), note });
      if (uid) links.push({ uid, as: 'relation', relation, at: relations.length - 1 });
    }
  }
  return { relations, links };
}

/**
 * The businesses and roles in a row: the first of each that is not numbered, or is number one, is
 * theirs, the others come behind it.
 */
export function worksIn(cells: readonly Cell[], exact: boolean) {
  const works: List<'works'> = [];
  let company: string | undefined;
  let role: string | undefined;
  for (const cell of cells) {
    if (cell.field === 'company') {
      const title = cell.detail('title');
      const isFurther = Number(/\d+/.exec(cell.column)?.[0] ?? 1) > 1;
      const [first = '', ...others] = valuesOf(cell, exact);
      if (isFurther || company !== undefined) works.push({ company: first, role: title });
      else {
        company = first;
        role ||= title || undefined;
      }
      works.push(...others.map((other) => ({ company: other })));
    } else if (cell.field === 'role') {
      if (role === undefined) role = cell.text;
      else works.push({ role: cell.text });
    }
  }
  return { company: company ?? '', role: role ?? '', works };
}
