import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Link } from 'wouter';
import { daysBetween, fullDay } from '../../shared/wording/days.ts';
import { PersonName } from './person-name.tsx';
import classes from './row-of-lights.module.css';

export interface DayLight {
  /** `YYYY-MM-DD` */
  day: string;
  lit: boolean;
  /** With whom the step was taken, as far as they can be named. */
  people: readonly { id: string; name: string }[];
}

/** So many names fit the sign of a day; the rest are counted. */
const mostNames = 8;

interface DayLightsProps {
  days: readonly DayLight[];
  today: string;
  /** Lays out the lights that it is given. */
  children: (light: (day: DayLight) => ReactNode) => ReactNode;
}

/**
 * The lights of days, however they are laid out: pointing at one tells who it was, a click opens
 * them. One Tab comes to the latest, arrows walk along those that are lit.
 */
export function DayLights({ days, today, children }: DayLightsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [stands, setStands] = useState<string>();
  const [told, setTold] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const lit = days.filter((day) => day.people.length > 0);
  const at = lit.find(({ day }) => day === stands) ?? lit.at(-1);

  const lightAt = (day: string) =>
    frame.current?.querySelector<HTMLElement>(`[data-day="${day}"]`) ?? undefined;
  const close = () => {
    if (opened) lightAt(opened)?.focus();
    setOpened(undefined);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && opened) return close();
    if (opened || event.ctrlKey || event.metaKey || event.altKey || !at) return undefined;
    const to = walk(lit, at, event.key);
    if (!to) return undefined;
    event.preventDefault();
    lightAt(to.day)?.focus();
    return undefined;
  };
  const dayOf = (event: FocusEvent | PointerEvent) =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-day]')?.dataset.day
      : undefined;

  const light = (day: DayLight) => (
    <Light
      light={day}
      today={today}
      reachable={day.day === at?.day}
      isOpened={day.day === opened}
      onOpen={() => setOpened(day.day === opened ? undefined : day.day)}
    />
  );
  const shown = days.find(({ day }) => day === (opened ?? told));
  const place = shown && lightAt(shown.day);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the lights in it are links and buttons
    <div
      ref={frame}
      className={classes.frame}
      onKeyDown={press}
      onPointerOver={(event) => setTold(dayOf(event))}
      onPointerLeave={() => setTold(undefined)}
      onFocus={(event) => {
        const day = dayOf(event);
        if (day === undefined) return;
        setStands(day);
        setTold(day);
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setTold(undefined);
        setOpened(undefined);
      }}
    >
      {children(light)}
      {shown && place && (
        <DaySign
          light={shown}
          today={today}
          isOpened={shown.day === opened}
          middle={place.offsetLeft + place.offsetWidth / 2}
          top={place.offsetTop + place.offsetHeight}
          width={frame.current?.clientWidth ?? 0}
        />
      )}
    </div>
  );
}

/** The lit day to which a key leads: along, to an end, or about a month away. */
function walk(lit: readonly DayLight[], from: DayLight, key: string): DayLight | undefined {
  const index = lit.indexOf(from);
  const last = lit.length - 1;
  const away = (days: number) => {
    const far = lit.filter(({ day }) => Math.sign(daysBetween(from.day, day)) === Math.sign(days));
    const off = ({ day }: DayLight) => Math.abs(daysBetween(from.day, day) - days);
    return far.sort((one, other) => off(one) - off(other))[0] ?? from;
  };
  switch (key) {
    case 'ArrowRight':
      return lit[Math.min(last, index + 1)];
    case 'ArrowLeft':
      return lit[Math.max(0, index - 1)];
    case 'ArrowDown':
      return away(30);
    case 'ArrowUp':
      return away(-30);
    case 'Home':
      return lit[0];
    case 'End':
      return lit[last];
    default:
      return undefined;
  }
}

interface LightProps {
  light: DayLight;
  today: string;
  /** It is the one that Tab comes to. */
  reachable: boolean;
  isOpened: boolean;
  onOpen: () => void;
}

function Light({ light, today, reachable, isOpened, onOpen }: LightProps) {
  const { day, lit, people } = light;
  const shared = {
    className: classes.light,
    'data-state': lit ? 'lit' : day === today ? 'waiting' : 'dark',
    'data-day': day,
  };
  const [only, second] = people;
  if (!only) return <span {...shared} aria-hidden="true" />;
  const names = people.map(({ name }) => `\u2068${name}\u2069`).join(', ');
  const heard = { 'aria-label': `${fullDay(day, today)}: ${names}`, tabIndex: reachable ? 0 : -1 };
  return second ? (
    <button type="button" aria-expanded={isOpened} onClick={onOpen} {...shared} {...heard} />
  ) : (
    <Link href={`/people/${only.id}`} {...shared} {...heard} />
  );
}

interface DaySignProps {
  light: DayLight;
  today: string;
  /** It was asked for: each name leads to the person. */
  isOpened: boolean;
  /** Pixels within the frame. */
  middle: number;
  top: number;
  width: number;
}

function DaySign({ light, today, isOpened, middle, top, width }: DaySignProps) {
  const sign = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpened) sign.current?.querySelector('a')?.focus();
  }, [isOpened]);
  const { day, people } = light;
  const shown = isOpened ? people : people.slice(0, mostNames);
  return (
    <div
      ref={sign}
      className={classes.sign}
      data-opened={isOpened || undefined}
      data-side={middle < 110 ? 'start' : middle > width - 110 ? 'end' : 'middle'}
      style={{ left: middle, top: top + 4 }}
    >
      <p className={classes.signDay}>{day === today ? 'Today' : fullDay(day, today)}</p>
      {shown.map(({ id, name }) => (
        <p key={id}>
          {isOpened ? (
            <Link href={`/people/${id}`}>
              <PersonName name={name} />
            </Link>
          ) : (
            <PersonName name={name} />
          )}
        </p>
      ))}
      {shown.length < people.length && <p>and {people.length - shown.length} more</p>}
    </div>
  );
}
