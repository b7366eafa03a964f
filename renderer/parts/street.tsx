import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { HousePicture } from './house-picture.tsx';
import { PersonName } from './person-name.tsx';
import classes from './street.module.css';
import {
  groundLine,
  hillLine,
  type Plot,
  planStreet,
  type StreetHouse,
  streetHeight,
  type Tree,
} from './street-plan.ts';
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

/** What a house's windows say, in words. */
export function warmthInWords({ warmth, isToday }: StreetHouse): string {
  if (isToday) return 'the lamp is lit at this door today';
  if (warmth > 0.66) return 'you spoke lately';
  if (warmth > 0.33) return 'the light is fading';
  return warmth > 0.02 ? 'nearly dark' : 'dark: it has been a while';
}

function hill(width: number, height: number, rise: number, turn: number): string {
  const at = (x: number) => height - rise * (0.5 + 0.5 * Math.sin(x / 190 + turn));
  let path = `M0 ${groundLine + 4}V${at(0)}`;
  for (let x = 24; x < width + 24; x += 24) path += `L${x} ${at(x).toFixed(1)}`;
  return `${path}V${groundLine + 4}z`;
}

function TreePicture({ tree }: { tree: Tree }) {
  const { x, height: h, kind } = tree;
  return (
    <g transform={`translate(${x} ${groundLine})`}>
      <path d={`M0 0V${-h * 0.6}`} className={classes.trunk} />
      {kind === 'round' ? (
        <circle cy={-h * 0.72} r={h * 0.34} className={classes.leaves} />
      ) : (
        <path
          d={`M0 ${-h - 6}Q${h * 0.28} ${-h * 0.5} 0 ${-h * 0.22}Q${-h * 0.28} ${-h * 0.5} 0 ${-h - 6}z`}
          className={classes.leaves}
          data-tall
        />
      )}
    </g>
  );
}

/** The town: every customer a house, lit when you spoke lately, and a lamp at today's door. */
export function Street({ houses, label = 'Your street', onOpen, children }: StreetProps) {
  const { ref, width: measured } = useWidth<HTMLDivElement>();
  const width = measured || usualWidth;
  const plan = useMemo(() => planStreet(houses, width), [houses, width]);
  const doors = [...plan.front, ...plan.back];
  const sky = useId();

  return (
    <div ref={ref} className={classes.street} style={{ height: streetHeight }}>
      <svg
        width={width}
        height={streetHeight}
        viewBox={`0 0 ${width} ${streetHeight}`}
        aria-hidden="true"
        focusable="false"
        className={classes.picture}
      >
        <linearGradient id={sky} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={classes.skyTop} />
          <stop offset="1" className={classes.skyFoot} />
        </linearGradient>
        <rect width={width} height={streetHeight} fill={`url(#${sky})`} />
        <g className={classes.stars}>
          {[0.14, 0.27, 0.43, 0.55, 0.66, 0.79, 0.93].map((share, index) => (
            <circle
              key={share}
              cx={share * width}
              cy={14 + ((index * 37) % 52)}
              r={0.9 + (index % 3) * 0.3}
            />
          ))}
        </g>
        <circle cx={width * 0.86} cy="44" r="34" className={classes.sunGlow} />
        <circle cx={width * 0.86} cy="44" r="16" className={classes.sun} />
        <path d={hill(width, 152, 34, 0.6)} className={classes.farHill} />
        <path d={hill(width, 164, 24, 2.8)} className={classes.nearHill} />
        <g className={classes.distance}>
          {plan.back.map((plot) => (
            <HousePicture key={plot.house.id} plot={plot} y={hillLine} />
          ))}
        </g>
        <rect
          y={groundLine}
          width={width}
          height={streetHeight - groundLine}
          className={classes.ground}
        />
        {plan.trees.map((tree) => (
          <TreePicture key={tree.x} tree={tree} />
        ))}
        {plan.front.map((plot) => (
          <HousePicture key={plot.house.id} plot={plot} y={groundLine} />
        ))}
      </svg>
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
        const tall = (plot.wallHeight + plot.roofHeight) * plot.scale;
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
