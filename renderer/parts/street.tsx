import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { PersonName } from './person-name.tsx';
import classes from './street.module.css';
import { StreetPicture } from './street-picture.tsx';
import {
  groundLine,
  hillLine,
  type Plot,
  planStreet,
  type StreetHouse,
  streetHeight,
} from './street-plan.ts';
import colours from './town-colours.module.css';
import { warmthInWords } from './warmth-words.ts';
import { useWidth } from './width.ts';

interface StreetProps {
  houses: readonly StreetHouse[];
  /** What the street is, for those who hear it. */
  label?: string;
  /** Instead of going to the person. */
  onOpen?: (id: string) => void;
  /** In the sky: the day, and a good morning. */
  children?: ReactNode;
}

/** Where nothing is laid out (no width is known), a street of this width is drawn. */
const usualWidth = 960;

/** The town: every customer a house, lit when you spoke lately, and a lamp at today's door. */
export function Street({ houses, label = 'Your street', onOpen, children }: StreetProps) {
  const { ref, width: measured } = useWidth<HTMLDivElement>();
  const width = measured || usualWidth;
  const plan = useMemo(() => planStreet(houses, width), [houses, width]);
  const doors = [...plan.front, ...plan.back];

  return (
    <div ref={ref} className={`${colours.town} ${classes.street}`} style={{ height: streetHeight }}>
      <StreetPicture plan={plan} width={width} />
      {children && <div className={classes.greeting}>{children}</div>}
      <Doors plots={doors} width={width} label={label} onOpen={onOpen} />
    </div>
  );
}

interface DoorsProps {
  plots: readonly Plot[];
  width: number;
  label: string;
  onOpen: ((id: string) => void) | undefined;
}

/** The street as a list: over each house its link. One Tab reaches it, arrows walk along it. */
function Doors({ plots, width, label, onOpen }: DoorsProps) {
  const list = useRef<HTMLUListElement>(null);
  const today = plots.findIndex(({ house }) => house.isToday);
  const [walked, setWalked] = useState<string>();
  const known = plots.findIndex(({ house }) => house.id === walked);
  const at = known >= 0 ? known : Math.max(0, today);

  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: plots.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const wanted = Math.max(0, Math.min(plots.length - 1, to));
    list.current?.querySelectorAll<HTMLElement>('a, button')[wanted]?.focus();
  };

  return (
    <ul ref={list} aria-label={label} className={classes.doors} onKeyDown={walk}>
      {plots.map((plot, index) => {
        const { house, x } = plot;
        const middle = x + plot.width / 2;
        const tall = (plot.form.wallHeight + plot.form.roofHeight) * plot.scale;
        const foot = plot.scale < 1 ? hillLine : groundLine;
        const shared = {
          className: classes.doorway,
          tabIndex: index === at ? 0 : -1,
          onFocus: () => setWalked(house.id),
        };
        const inside = (
          <span
            className={classes.sign}
            data-side={middle < 110 ? 'start' : middle > width - 110 ? 'end' : 'middle'}
          >
            <PersonName name={house.name} />
            <span className={classes.saying}>, {warmthInWords(house)}</span>
          </span>
        );
        return (
          <li
            key={house.id}
            style={{ left: x, width: plot.width, top: foot - tall, height: tall }}
            data-back={plot.scale < 1 || undefined}
          >
            {onOpen ? (
              <button type="button" onClick={() => onOpen(house.id)} {...shared}>
                {inside}
              </button>
            ) : (
              <Link href={`/people/${house.id}`} {...shared}>
                {inside}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
