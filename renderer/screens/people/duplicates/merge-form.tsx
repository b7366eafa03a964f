import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Customer, MergeFields } from '../../../../shared/contract/contract.ts';
import { api, client } from '../../../app/client.ts';
import { useShortcut } from '../../../app/keyboard.ts';
import { useDoing } from '../../../app/undo.ts';
import { KeyHint } from '../../../parts/key-hint.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PersonName } from '../../../parts/person-name.tsx';
import classes from './merge.module.css';
import { differences, nameAfter } from './merge-fields.ts';
import { SideBySide } from './side-by-side.tsx';

interface MergeFormProps {
  /** Who stays, and who becomes one with them. */
  keep: string;
  other: string;
  /** They are one now. */
  onMerged: () => void;
  /** What else can be done, beside the button. */
  children?: ReactNode;
}

/** Two people, field by field, and the button that makes one of them. */
export function MergeForm({ keep, other, onMerged, children }: MergeFormProps) {
  const one = useQuery(api.people.get.queryOptions({ input: { id: keep } }));
  const two = useQuery(api.people.get.queryOptions({ input: { id: other } }));
  const both = one.data && two.data ? ([one.data, two.data] as const) : undefined;
  return (
    <Loaded
      query={{
        data: both,
        error: one.error ?? two.error,
        refetch: () => Promise.all([one.refetch(), two.refetch()]),
      }}
    >
      {([first, second]) => (
        <Choosing keep={first} other={second} onMerged={onMerged}>
          {children}
        </Choosing>
      )}
    </Loaded>
  );
}

interface ChoosingProps extends Pick<MergeFormProps, 'onMerged' | 'children'> {
  keep: Customer;
  other: Customer;
}

function Choosing({ keep, other, onMerged, children }: ChoosingProps) {
  const { done, failed } = useDoing();
  const [chosen, setChosen] = useState<MergeFields>({});
  const [busy, setBusy] = useState(false);
  const usual = differences(keep, other).map(({ field, usual }) => [field, usual]);
  const fields: MergeFields = { ...Object.fromEntries(usual), ...chosen };
  const name = nameAfter(keep, other, fields);

  async function merge() {
    if (busy) return;
    setBusy(true);
    try {
      const { step } = await client.people.merge({ keep: keep.id, other: other.id, fields });
      done(`${name} is one person now`, step);
      onMerged();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }
  useShortcut({
    keys: 'mod+enter',
    label: 'They are the same',
    inFields: true,
    inDialogs: true,
    run: () => void merge(),
  });

  return (
    <>
      <SideBySide keep={keep} other={other} chosen={fields} onChoose={setChosen} />
      <p className={classes.after}>
        As one person they are <PersonName name={name} />. Everything that was said with either of
        them is kept, and you can undo this.
      </p>
      <div className={classes.end}>
        <Button
          loading={busy}
          onClick={() => void merge()}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          They are the same
        </Button>
        {children}
      </div>
    </>
  );
}
