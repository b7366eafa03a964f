import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { TownHouse } from '../../../shared/contract/contract.ts';
import { warmthInWords } from '../../parts/warmth-words.ts';
import classes from './street-screen.module.css';
import type { Box } from './town-plan.ts';

interface HouseLinesProps {
  /** The lane's houses that are sought, in their order. */
  houses: readonly TownHouse[];
  /** The id of the lane's heading. */
  labelledBy: string;
  /** The house of this lane to which Tab comes, and where it stands. */
  current: { id: string; box: Box } | null;
  /** The id of the sign that tells more of it. */
  describedBy: string;
  onFocus: (id: string) => void;
  onBlur: () => void;
  onKey: (event: KeyboardEvent) => void;
  /** The house that is to take the focus as soon as it has a line; null when none is. */
  focusWish: string | null;
}

/**
 * The houses of a lane as the list that they are: a link each, with what its windows say. It is
 * heard and not seen; only the current one lies on the picture, over its house, with the ring.
 * Lines are written straight into the page, and as labels: a component each, or the laying out of
 * each text, would cost seconds in a large town.
 */
export function HouseLines(props: HouseLinesProps) {
  const { houses, current, describedBy, focusWish } = props;
  const list = useRef<HTMLUListElement>(null);
  const lines = useRef(new Map<string, HTMLAnchorElement>());
  const [, navigate] = useLocation();

  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!list.current) return;
    hadFocus.current = list.current.contains(document.activeElement);
    lines.current = writeLines(list.current, houses);
  }, [houses]);

  const { id, box } = current ?? {};
  // Also when the lines were written anew: the focus stays with the person and not with the line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are of the houses
  useLayoutEffect(() => {
    const line = id === undefined ? undefined : lines.current.get(id);
    if (!line || !box) return undefined;
    line.tabIndex = 0;
    line.setAttribute('aria-describedby', describedBy);
    Object.assign(line.style, {
      left: `${box.x}px`,
      top: `${box.foot - box.height}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    line.className = classes.door ?? '';
    if (hadFocus.current && document.activeElement !== line) line.focus({ preventScroll: true });
    hadFocus.current = false;
    return () => {
      line.tabIndex = -1;
      line.removeAttribute('aria-describedby');
      line.removeAttribute('style');
      line.className = '';
    };
  }, [id, box, describedBy, houses]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are of the houses
  useLayoutEffect(() => {
    if (focusWish !== null) lines.current.get(focusWish)?.focus({ preventScroll: true });
  }, [focusWish, houses]);

  const click = (event: MouseEvent) => {
    const line = event.target instanceof Element ? event.target.closest('a') : null;
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    navigate(line.pathname);
  };

  return (
    <ul
      ref={list}
      aria-labelledby={props.labelledBy}
      className={classes.lines}
      onClick={click}
      onKeyDown={props.onKey}
      onFocus={(event) => {
        const focused = event.target instanceof HTMLAnchorElement && event.target.dataset.id;
        if (focused) props.onFocus(focused);
      }}
      onBlur={props.onBlur}
    />
  );
}

/** Brings the lines to what is to be read, touching only those that differ; answers them by id. */
function writeLines(list: HTMLUListElement, houses: readonly TownHouse[]) {
  const lines = new Map<string, HTMLAnchorElement>();
  let item = list.firstElementChild;
  for (const house of houses) {
    const line = item?.firstElementChild ?? newLine(list);
    item = item?.nextElementSibling ?? null;
    if (!(line instanceof HTMLAnchorElement)) continue;
    // The name between isolates (UAX 9): in any script it keeps to itself.
    const words = `\u2068${house.name}\u2069, ${warmthInWords(house)}`;
    if (line.getAttribute('aria-label') !== words) line.setAttribute('aria-label', words);
    if (line.dataset.id !== house.id) {
      line.dataset.id = house.id;
      line.setAttribute('href', `/people/${house.id}`);
    }
    lines.set(house.id, line);
  }
  while (item) {
    const next = item.nextElementSibling;
    item.remove();
    item = next;
  }
  return lines;
}

function newLine(list: HTMLUListElement): HTMLAnchorElement {
  const line = document.createElement('a');
  line.tabIndex = -1;
  const item = document.createElement('li');
  item.append(line);
  list.append(item);
  return line;
}
