import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import type { Property } from './vcard-properties.ts';

type Work = NonNullable<CustomerFormInput['works']>[number];

/** Where somebody works and as what: the first is theirs, others come behind it. */
export interface WorkFound {
  company: string;
  role: string;
  works: Work[];
  /** The properties that it was read from, and the one with the first company. */
  from: Property[];
  first: Property | undefined;
}

/**
 * The businesses and roles on a card. A further one is a further ORG or TITLE; which of them belong
 * together shows in their group.
 */
export function worksOn(properties: readonly Property[]): WorkFound {
  const filled = (name: string) =>
    properties.filter((property) => property.name === name && property.values.some(Boolean));
  const first = (found: Property[]) =>
    found.find(({ parameters }) => parameters['x-porchlight-work'] === undefined);
  const [orgs, titles] = [filled('ORG'), filled('TITLE')];
  const org = first(orgs);
  const title = first(titles) ?? first(filled('ROLE'));
  const further = new Map<string | Property, Work>();
  for (const property of properties) {
    const isFurther = (orgs.includes(property) || titles.includes(property)) && property !== org;
    if (!isFurther || property === title) continue;
    const key = property.group || property;
    const work = further.get(key) ?? { company: '', role: '' };
    const said = property.values.filter(Boolean).join(', ').slice(0, 200);
    further.set(
      key,
      property.name === 'ORG' ? { ...work, company: said } : { ...work, role: said },
    );
  }
  return {
    company: org?.values[0] ?? '',
    role: title?.values.filter(Boolean)[0] ?? '',
    works: [...further.values()],
    from: [...orgs, ...titles, ...(title ? [title] : [])],
    first: org,
  };
}
