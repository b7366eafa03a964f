import { type Ref, useRef } from 'react';
import type { MentionRow as Row } from '../../../shared/contract/contract.ts';
import { type ListHandle, ListOfRows } from '../../parts/list-of-rows.tsx';
import type { Pages } from '../../parts/pages.ts';
import { RowTick } from '../../parts/row-tick.tsx';
import { MentionRow } from './mention-row.tsx';
import type { Chosen } from './use-chosen.ts';
import type { Place } from './use-place.ts';

interface VoicesListProps {
  handle: Ref<ListHandle<Row>>;
  pages: Pages<Row>;
  chosen: Chosen;
  place: Place;
}

/** The voices, each with its tick box; with Shift a tick goes as far as the one before. */
export function VoicesList({ handle, pages, chosen, place }: VoicesListProps) {
  const { open, put } = place;
  const ticked = useRef<string | undefined>(undefined);

  const tick = (row: Row, asFar: boolean) => {
    const between = asFar && ticked.current ? rowsBetween(pages, ticked.current, row.id) : [];
    if (between.length > 0) chosen.add(between);
    else chosen.toggle(row);
    ticked.current = row.id;
  };

  return (
    <ListOfRows<Row>
      label="Voices"
      handle={handle}
      pages={pages}
      keyOf={(row) => row.id}
      onOpen={(row) => put({ mention: row.id })}
      // Beside the list, what is open goes along with the focus.
      onActive={(row) => open && open !== row.id && put({ mention: row.id }, true)}
      current={open}
      rowHeight={84}
      before={(row) => (
        <RowTick
          label={`Choose what ${row.author || row.sourceName} said${row.title ? `: ${row.title}` : ''}`}
          ticked={chosen.has(row.id)}
          onTick={(asFar) => tick(row, asFar)}
          stops={false}
        />
      )}
    >
      {(row) => <MentionRow row={row} />}
    </ListOfRows>
  );
}

/** The rows from one to another, as far as they are known. */
function rowsBetween(pages: Pages<Row>, from: string, to: string): Row[] {
  const known: Row[] = [];
  for (let index = 0; index < (pages.total ?? 0); index += 1) {
    const row = pages.rowAt(index);
    if (row) known.push(row);
  }
  const ends = [from, to].map((id) => known.findIndex((row) => row.id === id));
  if (ends.includes(-1)) return [];
  return known.slice(Math.min(...ends), Math.max(...ends) + 1);
}
