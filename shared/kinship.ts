/** What somebody is to you, and what you are then to them, where nothing is known of you. */
const pairs: [string[], string][] = [
  [['husband', 'wife', 'spouse'], 'spouse'],
  [['partner', 'girlfriend', 'boyfriend'], 'partner'],
  [['fiancé', 'fiancée', 'fiance', 'fiancee'], 'engaged'],
  [['father', 'mother', 'dad', 'mum', 'mom', 'parent'], 'child'],
  [['son', 'daughter', 'child', 'kid'], 'parent'],
  [['stepfather', 'stepmother', 'stepparent'], 'stepchild'],
  [['stepson', 'stepdaughter', 'stepchild'], 'stepparent'],
  [['brother', 'sister', 'sibling', 'twin'], 'sibling'],
  [['grandfather', 'grandmother', 'grandparent', 'grandma', 'grandpa'], 'grandchild'],
  [['grandson', 'granddaughter', 'grandchild'], 'grandparent'],
  [['uncle', 'aunt'], 'niece or nephew'],
  [['nephew', 'niece'], 'aunt or uncle'],
  [['father-in-law', 'mother-in-law', 'parent-in-law'], 'child-in-law'],
  [['son-in-law', 'daughter-in-law', 'child-in-law'], 'parent-in-law'],
  [['brother-in-law', 'sister-in-law', 'sibling-in-law'], 'sibling-in-law'],
  [['godfather', 'godmother', 'godparent'], 'godchild'],
  [['godson', 'goddaughter', 'godchild'], 'godparent'],
  [['guardian', 'carer', 'caregiver'], 'ward'],
  [['boss', 'manager', 'employer'], 'employee'],
  [['employee', 'assistant'], 'employer'],
  [['teacher'], 'pupil'],
  [['pupil', 'student'], 'teacher'],
  [['landlord', 'landlady'], 'tenant'],
  [['tenant'], 'landlord'],
];

const inverses = new Map(pairs.flatMap(([words, inverse]) => words.map((word) => [word, inverse])));

/**
 * What a person is to their relation: "son" seen from the son is "parent". Words that go both
 * ways (cousin, friend, neighbour) and words not known come back as they are.
 */
export function inverseRelation(relation: string): string {
  return inverses.get(relation.trim().toLowerCase()) ?? relation;
}
