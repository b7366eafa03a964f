import { feed } from './feed.ts';
import { page } from './page.ts';
import type { SourceKind } from './source-kind.ts';

/** Every kind, in the order in which they are asked whether they recognise what was typed. */
export const kinds: readonly SourceKind[] = [feed, page];

/** The kind of that name, or undefined. */
export function kindNamed(name: string): SourceKind | undefined {
  return kinds.find((kind) => kind.kind === name);
}
