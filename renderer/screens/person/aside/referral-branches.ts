import type { SentPerson } from '../../../../shared/contract/contract.ts';

/** Somebody in the tree, with those whom they sent. */
export interface Branch {
  person: SentPerson;
  sent: Branch[];
}

/** The tree out of the order in which it is read: each person before those whom they sent. */
export function branchesOf(sent: readonly SentPerson[]): Branch[] {
  const root: Branch[] = [];
  const path: Branch[][] = [root];
  for (const person of sent) {
    const branch: Branch = { person, sent: [] };
    path.length = person.depth;
    path.at(-1)?.push(branch);
    path.push(branch.sent);
  }
  return root;
}
