import { NativeSelect } from '@mantine/core';
import type { Source, SourceIdentity } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';

const choices: { value: SourceIdentity; label: string }[] = [
  { value: 'by-itself', label: 'Whatever fits best (usual)' },
  { value: 'guid', label: 'The number it gives each' },
  { value: 'link', label: 'The link of each' },
  { value: 'words', label: 'The words of each' },
];

/** By what an odd source tells its voices apart. */
export function IdentityChoice({ source }: { source: Source }) {
  const { done, failed } = useDoing();
  const choose = (identity: SourceIdentity) =>
    client.sources
      .change({ id: source.id, identity })
      .then(({ step }) => done('It is told apart so from now on', step), failed);
  return (
    <NativeSelect
      label="What tells its voices apart"
      description="Only for an odd source: where voices come twice, or some never come."
      value={source.identity}
      onChange={(event) => void choose(event.currentTarget.value as SourceIdentity)}
      data={choices}
      maw="26rem"
      mt="md"
    />
  );
}
