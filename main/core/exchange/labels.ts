/** What the kinds of a number or address are called in a list of ways to reach somebody. */
const labels: Record<string, string> = {
  cell: 'mobile',
  mobile: 'mobile',
  iphone: 'mobile',
  home: 'home',
  work: 'work',
  business: 'work',
  fax: 'fax',
  pager: 'pager',
  main: 'main',
  school: 'school',
  car: 'car',
  assistant: 'assistant',
  other: 'other',
};

/** A label out of the types of a card's property ("cell", "voice", "pref"); empty when none says. */
export function labelOfTypes(types: readonly string[]): string {
  const known = types.flatMap((type) => labels[type.trim()] ?? []);
  return [...new Set(known)].join(' ');
}

/** A label as an address book writes it, without what surrounds Apple's own (`_$!<Mobile>!$_`). */
export function plainLabel(label: string): string {
  const bare = label
    .replace(/^_\$!<(.*)>!\$_$/, '$1')
    .replace(/^\*\s*/, '')
    .trim();
  return (labels[bare.toLowerCase()] ?? bare.toLowerCase()).slice(0, 60);
}
