import { useViewportSize } from '@mantine/hooks';
import {
  type KeyboardEvent,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSearchParams } from 'wouter';
import type { Pick, Settings, TownHouse } from '../../../shared/contract/contract.ts';
import colours from '../../parts/town-colours.module.css';
import { usePrinting } from '../../parts/use-printing.ts';
import { useWidth } from '../../parts/width.ts';
import { LaneView } from './lane-view.tsx';
import { countLights, found, type Lane, lanesOf, type Sought } from './lanes.ts';
import { StreetBar } from './street-bar.tsx';
import { StreetHeader } from './street-header.tsx';
import classes from './street-screen.module.css';
import { boxOf, fittingScale, planLane, scales } from './town-plan.ts';
import { houseOf, placeOf, walk } from './walk.ts';

interface TownProps {
  houses: readonly TownHouse[];
  by: Settings['streetBy'];
  onGroup: (by: Settings['streetBy']) => void;
  pick: Pick | null;
}

/** Where nothing is laid out, the town is so wide. */
const usualWidth = 960;
/** A4 across, within its margins, in CSS pixels. */
const paper = { width: 1040, height: 640 };
/** On paper, names are written under the houses of a town of so many, at this size or larger. */
const names = { most: 400, scale: 0.6, room: 22 };
/** What the sky and the bar take of the window's height. */
const overTheTown = 190;

/** All of the town: what is looked for, from how far, and where one stands. */
export function Town({ houses, by, onGroup, pick }: TownProps) {
  const { ref, width: measured } = useWidth<HTMLDivElement>();
  const { height: viewHeight } = useViewportSize();
  const printing = usePrinting();
  const [sought, setSought] = useState<Sought>({ words: '', light: null });

  const { lanes, alone, hrefOf } = useLanes(houses, by);
  const inSight = useMemo(() => lanes.flatMap((lane) => lane.houses), [lanes]);
  const looked = useDeferredValue(sought);
  const wanted = useMemo(() => found(inSight, looked), [inSight, looked]);

  const width = printing ? paper.width : measured || usualWidth;
  const height = printing ? paper.height : viewHeight - overTheTown;
  const named = printing && inSight.length <= names.most;
  const view = `${by} ${alone?.key}`;
  const [chosen, setChosen] = useState({ view, scale: 0 });
  const fitting = useMemo(() => fittingScale(lanes, width, height), [lanes, width, height]);
  const wished = !printing && chosen.view === view && chosen.scale > 0 ? chosen.scale : fitting;
  const scale = named ? Math.max(names.scale, wished) : wished;
  const plans = useMemo(
    () => lanes.map((lane) => planLane(lane, width, scale, named ? names.room : 0)),
    [lanes, width, scale, named],
  );

  const counts = (id: string) => wanted === null || wanted.has(id);
  const [stands, setStands] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const [hasFocus, setHasFocus] = useState(false);
  const [focusWish, setFocusWish] = useState<string | null>(null);
  const currentId = useMemo(() => firstOf(inSight, wanted, stands), [inSight, wanted, stands]);

  const rectOf = (id: string) => {
    const at = placeOf(plans, id);
    const plan = at && plans[at.lane];
    const picture = ref.current?.querySelectorAll('[data-picture]')[at?.lane ?? -1];
    if (!plan || !picture) return undefined;
    const { foot, height } = boxOf(plan, at.index);
    const { top } = picture.getBoundingClientRect();
    return { top: top + foot - height, bottom: top + foot };
  };

  const goTo = (id: string) => {
    setStands(id);
    setFocusWish(id);
    const rect = rectOf(id);
    if (!rect) return;
    const over = rect.bottom + 140 - window.innerHeight;
    if (rect.top < 90) window.scrollBy(0, rect.top - 90);
    else if (over > 0) window.scrollBy(0, over);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = currentId === undefined ? undefined : placeOf(plans, currentId);
    const to = from && walk(plans, from, event.key, counts);
    const house = to && houseOf(plans, to);
    if (!house) return;
    event.preventDefault();
    goTo(house.id);
  };

  // From nearer or farther, one goes on looking at the same house.
  const held = useRef<{ id: string; top: number } | null>(null);
  const zoomTo = (scale: number) => {
    const id = pointed ?? currentId;
    const rect = id === undefined ? undefined : rectOf(id);
    const inView = rect && rect.top > 0 && rect.bottom < window.innerHeight;
    held.current = id && inView ? { id, top: rect.top } : null;
    setChosen({ view, scale });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the scale
  useLayoutEffect(() => {
    const rect = held.current && rectOf(held.current.id);
    if (held.current && rect) window.scrollBy(0, rect.top - held.current.top);
    held.current = null;
  }, [scale]);
  const nearer = scales.find((one) => one > scale);
  const farther = scales.findLast((one) => one < scale);

  return (
    <div
      ref={ref}
      className={`${colours.town} ${classes.town}`}
      data-ground={lanes.length % 2 === 1 ? 'far' : 'near'}
    >
      <StreetHeader houses={inSight} lane={alone} width={width}>
        <StreetBar
          by={by}
          onGroup={onGroup}
          sought={sought}
          onSeek={(next) => {
            setSought(next);
            setFocusWish(null);
          }}
          counts={countLights(inSight)}
          among={wanted && { found: wanted.size, of: inSight.length }}
          onEnter={() => {
            const first = firstOf(inSight, found(inSight, sought), stands);
            if (first) goTo(first);
          }}
          zoom={{
            ...(nearer && { 1: () => zoomTo(nearer) }),
            ...(farther && { [-1]: () => zoomTo(farther) }),
          }}
        />
      </StreetHeader>
      {plans.map((plan, number) => (
        <LaneView
          key={plan.lane.key}
          plan={plan}
          number={number}
          href={alone || lanes.length === 1 ? null : hrefOf(plan.lane)}
          sought={wanted}
          pick={pick}
          printing={printing}
          currentId={currentId}
          toldId={pointed ?? (hasFocus ? currentId : undefined)}
          focusWish={focusWish}
          onPoint={setPointed}
          onFocus={(id) => {
            setStands(id);
            setHasFocus(true);
            setFocusWish(null);
          }}
          onBlur={() => setHasFocus(false)}
          onKey={press}
        />
      ))}
    </div>
  );
}

/** Where one stands among those who are sought: where one stood, at today's door, or at the first. */
function firstOf(
  houses: readonly TownHouse[],
  sought: ReadonlySet<string> | null,
  stood: string | undefined,
): string | undefined {
  const there = sought ? houses.filter(({ id }) => sought.has(id)) : houses;
  const known = there.find(({ id }) => id === stood) ?? there.find(({ isToday }) => isToday);
  return (known ?? there[0])?.id;
}

/** The lanes in sight: all of the town, or the one that the address names. */
function useLanes(houses: readonly TownHouse[], by: Settings['streetBy']) {
  const [place] = useSearchParams();
  const all = useMemo(() => lanesOf(houses, by), [houses, by]);
  const alone = all.find(({ key }) => key === place.get('lane'));
  const lanes = useMemo(() => (alone ? [alone] : all), [alone, all]);
  const hrefOf = (lane: Lane) => `/street?lane=${encodeURIComponent(lane.key)}`;
  return { lanes, alone, hrefOf };
}
