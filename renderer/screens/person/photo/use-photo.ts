import { useEffect, useState } from 'react';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { client } from '../../../app/client.ts';
import { pictureAmong, usePictureDrop } from '../../../app/dropped-file.ts';
import { isField } from '../../../app/keyboard.ts';
import { useDoing } from '../../../app/undo.ts';
import { PictureRefused, scalePicture } from './scale-picture.ts';

/** Gives somebody a photo and takes it away; a picture dropped or pasted on their page is theirs. */
export function usePhoto({ id, name, photo }: Pick<Customer, 'id' | 'name' | 'photo'>) {
  const { done, failed, attempt } = useDoing();
  const [busy, setBusy] = useState(false);

  async function give(file: File | undefined) {
    if (!file || busy) return;
    setBusy(true);
    try {
      const content = await scalePicture(file);
      const { step } = await client.people.setPhoto({ id, content });
      done(photo ? `${name} has another photo` : `${name} has a photo`, step);
    } catch (problem) {
      if (problem instanceof PictureRefused) done(problem.message);
      else failed(problem);
    } finally {
      setBusy(false);
    }
  }
  const takeAway = () => attempt(client.people.removePhoto({ id }), `The photo of ${name} is gone`);

  usePictureDrop(`Let go, and this is the photo of ${name}`, (file) => void give(file));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = pictureAmong(event.clipboardData?.files);
      if (!file || isField(event.target)) return;
      event.preventDefault();
      void give(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  return { busy, give, takeAway };
}
