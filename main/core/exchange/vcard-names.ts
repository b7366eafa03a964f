import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { folded, splitName } from '../../../shared/names.ts';
import type { Property } from './vcard-properties.ts';

type Names = Pick<CustomerFormInput, 'givenName' | 'familyName' | 'nickname' | 'company'>;

/** The names: from N; from FN where there is no N; as a company where the card says it is one. */
export function namesOn(properties: readonly Property[], nickname: string, company: string): Names {
  const first = (name: string) =>
    properties.find((property) => property.name === name && property.values.some(Boolean));
  const whole = first('FN')?.values.join(' ').trim() ?? '';
  const rest = { nickname, company };
  const n = first('N')?.values ?? [];
  if (givenOf(n) || n[0]) return { ...rest, givenName: givenOf(n), familyName: n[0] ?? '' };
  const isCompany =
    whole === company ||
    /company/i.test(first('X-ABSHOWAS')?.values[0] ?? '') ||
    /^org$/i.test(first('KIND')?.values[0] ?? '');
  if (!whole || whole === nickname || isCompany)
    return { ...rest, company: company || (isCompany ? whole : '') };
  return { ...rest, ...splitName(whole) };
}

/** The given and the middle names out of the components of N (RFC 6350 section 6.2.2). */
export function givenOf([, given = '', middle = '']: readonly string[]): string {
  return [given, middle].filter(Boolean).join(' ');
}

/** Academic and other titles out of the components of N, which belong to no field of ours. */
export function titlesOf([, , , before = '', after = '']: readonly string[]): string[] {
  return [before, after].filter(Boolean).map((title) => `Title: ${title}`);
}

/** Family first when the card says so, or when its whole name is written so, without a comma. */
export function orderOn(
  properties: readonly Property[],
  { givenName, familyName }: Names,
): 'given-first' | 'family-first' {
  const value = (name: string) => properties.find((property) => property.name === name)?.values;
  const said = value('X-PORCHLIGHT-NAME-ORDER')?.[0];
  if (said) return said === 'family-first' ? said : 'given-first';
  if (!givenName || !familyName) return 'given-first';
  const whole = folded(value('FN')?.join(' ') ?? '');
  const [first, last] = [folded(familyName), folded(givenName)];
  const familyFirst = whole === `${first} ${last}` || whole === `${first}${last}`;
  return familyFirst && first !== last ? 'family-first' : 'given-first';
}
