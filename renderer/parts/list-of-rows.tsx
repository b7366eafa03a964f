import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useWindowVirtualizer,
} from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link } from 'wouter';
import { isField } from '../app/keyboard.ts';
import { destination } from './list-keys.ts';
import classes from './list-of-rows.module.css';
import type { Pages } from './pages.ts';
import { useAbove } from './use-above.ts';
import { usePrinting } from './use-printing.ts';

/** What a screen may ask of its list. */
export interface ListHandle<Row> {
  /** The row that Tab comes to. */
  row: () => Row | undefined;
  /** Goes so many rows on, or back, with the focus. */
  go: (by: number) => void;
}

interface ListOfRowsProps<Row> {
  /** What the list is, for those who hear it. */
  label: string;
  /** All the rows … */
  rows?: readonly Row[];
  /** … or those of a long list, fetched where they are looked at. */
  pages?: Pages<Row>;
  keyOf: (row: Row) => string;
  children: (row: Row, index: number) => ReactNode;
  /** Where a row leads; it becomes a link. */
  hrefOf?: (row: Row) => string;
  /** What opening a row does; it becomes a button. */
  onOpen?: (row: Row) => void;
  /** Over a row, when a group of rows begins with it. */
  headingOf?: (row: Row, index: number) => ReactNode;
  /** Before the row, beside its link: a tick box. */
  before?: (row: Row) => ReactNode;
  /** After the row, beside its link: buttons. */
  actions?: (row: Row) => ReactNode;
  /** Keys that do something with the row that has the focus, such as `s` for a star. */
  keys?: Readonly<Record<string, (row: Row) => void>>;
  /** The row that is open beside the list, by its key. */
  current?: string;
  /** Pixels of a usual row; each is measured once it is shown. */
  rowHeight?: number;
  handle?: Ref<ListHandle<Row>>;
  /** Hears which row has the focus now, also when another has come into its place. */
  onActive?: (row: Row) => void;
}

/** So many rows PageUp and PageDown go. */
const screenful = 10;
/** So many rows go on paper, when that many are here. */
const mostPrinted = 1000;
/** How far a row is looked for that has moved in the list. */
const farthest = 300;

/**
 * A list that stays light at any length: only what is in sight is drawn. It scrolls with the
 * page; one Tab reaches it, arrows or j and k go through it, Enter opens.
 */
export function ListOfRows<Row>(props: ListOfRowsProps<Row>) {
  const { rows, pages, keyOf, keys, rowHeight = 64 } = props;
  const count = rows?.length ?? pages?.total ?? 0;
  const rowAt = (index: number) => (rows ? rows[index] : pages?.rowAt(index));

  const list = useRef<HTMLUListElement>(null);
  const above = useAbove(list);
  const [active, setActive] = useState(0);
  const focusNext = useRef<number | undefined>(undefined);
  const present = Math.min(active, Math.max(0, count - 1));

  const printing = usePrinting();
  const onPaper = printing ? Math.min(count, mostPrinted) : 0;

  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: above,
    // Where nothing is laid out every row is as high as usual.
    measureElement: (row, entry, list) => measureElement(row, entry, list) || rowHeight,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    // The row that has the focus is drawn even when it is scrolled out of sight.
    rangeExtractor: useCallback(
      (range: Range) => {
        if (onPaper > 0) return Array.from({ length: onPaper }, (_, index) => index);
        const drawn = defaultRangeExtractor(range);
        if (count === 0 || drawn.includes(present)) return drawn;
        return [...drawn, present].sort((a, b) => a - b);
      },
      [present, count, onPaper],
    ),
  });
  const drawn = virtual.getVirtualItems();

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  const want = pages?.want;
  useEffect(() => want?.(first, last), [want, first, last]);

  useEffect(() => {
    if (focusNext.current === undefined) return;
    if (focusOn(focusNext.current)) focusNext.current = undefined;
  });

  /** Gives the focus to a row; answers whether it is drawn. */
  function focusOn(index: number): boolean {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`);
    row?.focus({ preventScroll: true });
    return row != null;
  }

  // A row keeps the focus when others come before it; when it goes, the next comes into its place.
  const row = rowAt(present);
  const presentKey = row && keyOf(row);
  const activeKey = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (row === undefined || presentKey === activeKey.current) return;
    const isIn = list.current?.contains(document.activeElement) ?? false;
    const moved = activeKey.current === undefined ? undefined : placeOf(activeKey.current);
    if (moved !== undefined) {
      setActive(moved);
      if (isIn) focusNext.current = moved;
      return;
    }
    activeKey.current = presentKey;
    if (isIn) props.onActive?.(row);
  });

  const placeOf = (key: string): number | undefined => {
    for (let by = 1; by <= farthest; by += 1) {
      for (const index of [present + by, present - by]) {
        const other = index >= 0 && index < count ? rowAt(index) : undefined;
        if (other !== undefined && keyOf(other) === key) return index;
      }
    }
    return undefined;
  };

  const goTo = (to: number) => {
    activeKey.current = undefined;
    // The row that Tab comes to is not drawn anew for it.
    if (to === present) focusOn(to);
    else focusNext.current = to;
    setActive(to);
    virtual.scrollToIndex(to, { align: 'auto' });
  };
  useImperativeHandle(props.handle, () => ({
    row: () => row,
    go: (by) => goTo(Math.max(0, Math.min(count - 1, present + by))),
  }));

  const press = (event: KeyboardEvent) => {
    // The keys of a row's open menu come here as well, from where that is drawn.
    if (!(event.target instanceof Node && list.current?.contains(event.target))) return;
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const special = row && keys?.[event.key];
    if (special) {
      event.preventDefault();
      special(row);
      return;
    }
    const to = destination(event.key, present, count, screenful);
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };

  return (
    <ul
      ref={list}
      aria-label={props.label}
      aria-busy={pages?.isOld || undefined}
      className={classes.list}
      style={printing ? undefined : { height: virtual.getTotalSize() }}
      onKeyDown={press}
    >
      {drawn.map((item) => {
        const row = rowAt(item.index);
        return (
          <li
            // By place and not by identity, so that a row keeps its focus when its content comes.
            key={item.key}
            aria-posinset={item.index + 1}
            aria-setsize={count}
            ref={virtual.measureElement}
            data-index={item.index}
            data-current={(row && props.current === keyOf(row)) || undefined}
            className={classes.item}
            style={printing ? undefined : { transform: `translateY(${item.start - above}px)` }}
            onFocus={() => {
              if (item.index !== present) activeKey.current = undefined;
              setActive(item.index);
            }}
          >
            {row === undefined ? (
              <div className={classes.coming} style={{ height: rowHeight }} aria-hidden="true" />
            ) : (
              <>
                {props.headingOf?.(row, item.index)}
                <RowInside
                  {...props}
                  row={row}
                  index={item.index}
                  reachable={item.index === present}
                />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface RowInsideProps<Row> extends ListOfRowsProps<Row> {
  row: Row;
  index: number;
  /** It is the one that Tab comes to. */
  reachable: boolean;
}

function RowInside<Row>(props: RowInsideProps<Row>) {
  const { row, index, hrefOf, onOpen, before, actions, current, keyOf } = props;
  const content = props.children(row, index);
  const shared = {
    className: classes.row,
    tabIndex: props.reachable ? 0 : -1,
    'data-row': true,
    'aria-current': current === keyOf(row) ? ('true' as const) : undefined,
  };
  return (
    <div className={classes.line}>
      {before && <div className={classes.beside}>{before(row)}</div>}
      {hrefOf ? (
        <Link href={hrefOf(row)} {...shared}>
          {content}
        </Link>
      ) : (
        <button type="button" onClick={() => onOpen?.(row)} {...shared}>
          {content}
        </button>
      )}
      {actions && <div className={classes.beside}>{actions(row)}</div>}
    </div>
  );
}
