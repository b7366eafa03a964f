import { pronounsOf } from './wording/pronouns.ts';

/** What somebody is to you; what you are then to them; and the same of him and of her. */
const pairs: [words: string[], inverse: string, his?: string, hers?: string][] = [
  [['husband', 'wife', 'spouse'], 'spouse', 'husband', 'wife'],
  [['partner', 'girlfriend', 'boyfriend'], 'partner'],
  [['fiancé', 'fiancée', 'fiance', 'fiancee'], 'engaged', 'fiancé', 'fiancée'],
  [['father', 'mother', 'dad', 'mum', 'mom', 'parent'], 'child', 'son', 'daughter'],
  [['son', 'daughter', 'child', 'kid'], 'parent', 'father', 'mother'],
  [['stepfather', 'stepmother', 'stepparent'], 'stepchild', 'stepson', 'stepdaughter'],
  [['stepson', 'stepdaughter', 'stepchild'], 'stepparent', 'stepfather', 'stepmother'],
  [['brother', 'sister', 'sibling', 'twin'], 'sibling', 'brother', 'sister'],
  [
    ['grandfather', 'grandmother', 'grandparent', 'grandma', 'grandpa'],
    'grandchild',
    'grandson',
    'granddaughter',
  ],
  [['grandson', 'granddaughter', 'grandchild'], 'grandparent', 'grandfather', 'grandmother'],
  [['uncle', 'aunt'], 'niece or nephew', 'nephew', 'niece'],
  [['nephew', 'niece'], 'aunt or uncle', 'uncle', 'aunt'],
  [
    ['father-in-law', 'mother-in-law', 'parent-in-law'],
    'child-in-law',
    'son-in-law',
    'daughter-in-law',
  ],
  [
    ['son-in-law', 'daughter-in-law', 'child-in-law'],
    'parent-in-law',
    'father-in-law',
    'mother-in-law',
  ],
  [
    ['brother-in-law', 'sister-in-law', 'sibling-in-law'],
    'sibling-in-law',
    'brother-in-law',
    'sister-in-law',
  ],
  [['godfather', 'godmother', 'godparent'], 'godchild', 'godson', 'goddaughter'],
  [['godson', 'goddaughter', 'godchild'], 'godparent', 'godfather', 'godmother'],
  [['guardian', 'carer', 'caregiver'], 'ward'],
  [['ward'], 'guardian'],
  [['boss', 'manager', 'employer'], 'employee'],
  [['employee', 'assistant'], 'employer'],
  [['teacher'], 'pupil'],
  [['pupil', 'student'], 'teacher'],
  [['landlord', 'landlady'], 'tenant'],
  [['tenant'], 'landlord', 'landlord', 'landlady'],
];

interface Inverse {
  plain: string;
  his: string;
  hers: string;
}

const inverses = new Map(
  pairs.flatMap(([words, plain, his = plain, hers = plain]) =>
    words.map((word): [string, Inverse] => [word, { plain, his, hers }]),
  ),
);

/**
 * What a person is to their relation: "son" seen from the son is "parent", or "mother" where her
 * pronouns are known. Words that go both ways (cousin, friend, neighbour) and words not known come
 * back as they are.
 */
export function inverseRelation(relation: string, pronouns = ''): string {
  const inverse = inverses.get(relation.trim().toLowerCase());
  if (!inverse) return relation;
  const { subject } = pronounsOf(pronouns);
  if (subject === 'she') return inverse.hers;
  return subject === 'he' ? inverse.his : inverse.plain;
}

/** Words for who somebody is to another, to choose from. */
export const relationWords: readonly string[] = [
  ...['wife', 'husband', 'partner', 'daughter', 'son', 'child', 'mother', 'father', 'sister'],
  ...['brother', 'grandchild', 'grandmother', 'grandfather', 'aunt', 'uncle', 'niece', 'nephew'],
  ...['cousin', 'friend', 'neighbour', 'colleague', 'employee', 'employer'],
];
