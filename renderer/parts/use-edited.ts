import { useState } from 'react';
import { useDraft } from './use-draft.ts';

/**
 * A text that is being changed: what was typed earlier and not saved, else the text as it is.
 * Kept at every stroke under the key; `forget` when it was saved or thrown away.
 */
export function useEdited(key: string, original: string) {
  const draft = useDraft(key);
  // An emptied field is a change as well; only an untouched one shows the original.
  const [touched, setTouched] = useState(false);
  return {
    text: touched || draft.text !== '' ? draft.text : original,
    write: (text: string) => {
      setTouched(true);
      draft.write(text);
    },
    forget: draft.clear,
  };
}
