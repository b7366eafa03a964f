import { useEffect, useState } from 'react';
import type { SourcePreview, TypedSource } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';

export type Post = TypedSource['posts'][number];

/** What a listening post would bring, as far as that is known. */
export type PostLook =
  | { at: 'looking' }
  | { at: 'seen'; preview: SourcePreview }
  | { at: 'failed'; sentence: string };

/** Looks at one listening post by itself, so that a slow one keeps nobody waiting. */
export function usePost({ kind, address }: Post, onSeen?: (preview: SourcePreview) => void) {
  const [look, setLook] = useState<PostLook>({ at: 'looking' });
  // The search is asked once, whatever else changes on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: onSeen may be new at every render
  useEffect(() => {
    let isGone = false;
    client.sources.preview({ address, kind }).then(
      ([preview]) => {
        if (isGone || !preview) return;
        setLook({ at: 'seen', preview });
        onSeen?.(preview);
      },
      (problem: unknown) => {
        if (!isGone) setLook({ at: 'failed', sentence: sentenceOf(problem) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [address, kind]);
  return look;
}

/** What a post brings, in a few words. */
export function postWords(look: PostLook): string {
  if (look.at === 'looking') return 'Looking …';
  if (look.at === 'failed') return look.sentence;
  const { already, items, needsKey } = look.preview;
  if (needsKey) return needsKey.sentence;
  if (already) return 'You listen to this already.';
  if (items.length === 0) return 'Nothing has been said there lately.';
  return items.length === 1 ? 'One voice lately:' : `${items.length} voices lately, such as:`;
}
