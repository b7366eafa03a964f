import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BinEntry } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { ask } from '../../app/question.tsx';
import { useDoing } from '../../app/undo.ts';
import bar from '../people/chosen-bar.module.css';
import { ForgetPerson } from '../person/forget/forget-person.tsx';
import { kindNames } from './kind-names.ts';

interface BinBarProps {
  chosen: readonly BinEntry[];
  onRestore: (entries: readonly BinEntry[]) => void;
  onClear: () => void;
}

/** What to do with everything that is ticked in the bin. */
export function BinBar({ chosen, onRestore, onClear }: BinBarProps) {
  const { done, failed } = useDoing();
  const [busy, setBusy] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const [first] = chosen;
  const what =
    chosen.length > 1 || !first
      ? `${chosen.length} things`
      : first.kind === 'customer'
        ? first.title
        : `One ${kindNames[first.kind].one.toLowerCase()}`;

  async function letGo() {
    const people = chosen.filter(({ kind }) => kind === 'customer').length;
    const sure = await ask({
      title:
        chosen.length === 1 ? 'Let it go for good?' : `Let ${chosen.length} things go for good?`,
      sentence:
        people > 0
          ? 'All that was ever written about them goes too: conversations, notes, promises and their history. This cannot be undone.'
          : 'It cannot be brought back afterwards.',
      yes: 'Let go for good',
      danger: true,
    });
    if (!sure) return;
    setBusy(true);
    try {
      await client.bin.letGo({ entries: chosen.map(({ kind, id }) => ({ kind, id })) });
      onClear();
      done('Gone for good');
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section aria-label="Chosen in the bin" className={bar.bar}>
      <p className={bar.who} role="status">
        <bdi>{what}</bdi> chosen
      </p>
      <Button variant="light" disabled={busy} onClick={() => onRestore(chosen)}>
        Put back
      </Button>
      <Button variant="subtle" color="danger" disabled={busy} onClick={() => void letGo()}>
        Let go for good …
      </Button>
      {chosen.length === 1 && first?.kind === 'customer' && (
        <Button variant="subtle" color="danger" onClick={() => setForgetting(true)}>
          Forget …
        </Button>
      )}
      <Button variant="subtle" onClick={onClear}>
        Untick
      </Button>
      {forgetting && first && (
        <ForgetPerson
          person={{ id: first.id, name: first.title }}
          onClose={() => setForgetting(false)}
          onForgotten={() => {
            setForgetting(false);
            onClear();
          }}
        />
      )}
    </section>
  );
}
