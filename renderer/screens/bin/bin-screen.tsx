import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BinEntry, BinKind } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListOfRows } from '../../parts/list-of-rows.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { usePages } from '../../parts/pages.ts';
import ticks from '../../parts/row-tick.module.css';
import { Screen } from '../../parts/screen.tsx';
import classes from './bin.module.css';
import { BinBar } from './bin-bar.tsx';
import { BinRow } from './bin-row.tsx';
import { kindNames } from './kind-names.ts';

const keyOf = ({ kind, id }: BinEntry) => `${kind} ${id}`;

/** What was put in the bin and can come back, until it leaves for good. */
export default function BinScreen() {
  const [, navigate] = useLocation();
  const { attempt } = useDoing();
  const [kind, setKind] = useState<BinKind | ''>('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, BinEntry>>(new Map());
  const input = { kinds: kind ? [kind] : undefined };
  const pages = usePages(api.bin.list.key({ input }), (page) =>
    client.bin.list({ ...input, ...page }),
  );
  const clear = () => setChosen(new Map());
  const toggle = (entry: BinEntry) => {
    const next = new Map(chosen);
    if (!next.delete(keyOf(entry))) next.set(keyOf(entry), entry);
    setChosen(next);
  };
  useShortcut({ keys: 'escape', label: 'Untick all', while: chosen.size > 0, run: clear });

  async function restore(entries: readonly BinEntry[], said: string) {
    const work = client.bin.restore({
      entries: entries.map(({ kind: of, id }) => ({ kind: of, id })),
    });
    if (await attempt(work, said)) clear();
  }

  return (
    <Screen
      title="The bin"
      lead="Everything waits here for 30 days. Until then it can come back as it was."
      actions={
        <Button variant="subtle" onClick={() => navigate('/people')}>
          Back to People
        </Button>
      }
    >
      <Loaded query={{ data: pages.total, error: pages.error, refetch: pages.refetch }}>
        {(total) =>
          total === 0 && !kind ? (
            <EmptyState title="The bin is empty" drawing="house">
              Whoever and whatever you put in the bin waits here until you want it back.
            </EmptyState>
          ) : (
            <>
              <div className={classes.filter}>
                <Select
                  aria-label="What to show"
                  data={[
                    { value: '', label: 'Everything' },
                    ...Object.entries(kindNames).map(([value, { many }]) => ({
                      value,
                      label: many,
                    })),
                  ]}
                  value={kind}
                  onChange={(next) => {
                    setKind((next ?? '') as BinKind | '');
                    clear();
                  }}
                  allowDeselect={false}
                />
                <p role="status" className={classes.total}>
                  {total === 0
                    ? 'Nothing of that sort'
                    : `${total.toLocaleString('en-GB')} in the bin`}
                </p>
              </div>
              <div className={classes.list}>
                <ListOfRows
                  label="In the bin"
                  pages={pages}
                  keyOf={keyOf}
                  rowHeight={72}
                  onOpen={(entry) =>
                    entry.kind === 'customer' ? navigate(`/people/${entry.id}`) : toggle(entry)
                  }
                  keys={{ x: toggle }}
                  before={(entry) => (
                    <input
                      type="checkbox"
                      className={ticks.tick}
                      aria-label={`Choose ${entry.title}`}
                      checked={chosen.has(keyOf(entry))}
                      onChange={() => toggle(entry)}
                    />
                  )}
                  actions={(entry) => (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={`Put back ${entry.title}`}
                      onClick={() => void restore([entry], `${entry.title} is back`)}
                    >
                      Put back
                    </Button>
                  )}
                >
                  {(entry) => <BinRow entry={entry} />}
                </ListOfRows>
              </div>
            </>
          )
        }
      </Loaded>
      {chosen.size > 0 && (
        <BinBar
          chosen={[...chosen.values()]}
          onRestore={(entries) =>
            void restore(
              entries,
              entries.length === 1 ? 'It is back' : `${entries.length} are back`,
            )
          }
          onClear={clear}
        />
      )}
    </Screen>
  );
}
