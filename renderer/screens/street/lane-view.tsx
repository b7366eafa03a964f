import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import { Link, useLocation } from 'wouter';
import type { Pick } from '../../../shared/contract/contract.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { hill } from '../../parts/sky.tsx';
import { HouseLines } from './house-lines.tsx';
import { countLights } from './lanes.ts';
import { Sign } from './sign.tsx';
import classes from './street-screen.module.css';
import { StripPicture } from './strip-picture.tsx';
import {
  boxOf,
  groundAtFullSize,
  houseAt,
  type LanePlan,
  laneHead,
  type Strip,
} from './town-plan.ts';
import { useNear } from './use-near.ts';

/** What every lane of the town is shown with. */
export interface Shown {
  sought: ReadonlySet<string> | null;
  pick: Pick | null;
  /** On paper everything is drawn, and the names are written. */
  printing: boolean;
  /** The house to which Tab comes, anywhere in the town. */
  currentId: string | undefined;
  /** The house that is pointed at or has the focus: its sign is up. */
  toldId: string | undefined;
  /** The house that is to take the focus; null when none is. */
  focusWish: string | null;
  onPoint: (id: string | undefined) => void;
  onFocus: (id: string) => void;
  onBlur: () => void;
  onKey: (event: KeyboardEvent) => void;
}

interface LaneViewProps extends Shown {
  plan: LanePlan;
  /** Its number, from the far end of the town. */
  number: number;
  /** Where its name leads: to the lane alone; null when it is alone already. */
  href: string | null;
}

/** How high the hill of a lane rises over what lies behind, in pixels. */
const crest = 34;

/** A lane of the town on its own hill: its name, its houses as a picture and as a list. */
export function LaneView(props: LaneViewProps) {
  const { plan, sought, printing, currentId, toldId, number } = props;
  const { lane } = plan;
  const [, navigate] = useLocation();
  const heading = useId();
  const sign = useId();

  const here = (id: string | undefined) => {
    const index = id === undefined ? -1 : lane.houses.findIndex((house) => house.id === id);
    const house = lane.houses[index];
    return house && { id: house.id, house, box: boxOf(plan, index) };
  };
  const current = here(currentId);
  const told = here(toldId);

  const pointedAt = (event: PointerEvent | React.MouseEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const index = houseAt(plan, event.clientX - left, event.clientY - top);
    const house = index === undefined ? undefined : lane.houses[index];
    return house && (sought === null || sought.has(house.id)) ? house : undefined;
  };

  return (
    <section
      aria-labelledby={heading}
      className={classes.lane}
      data-hill={number % 2 === 0 ? 'far' : 'near'}
      data-first={number === 0 || undefined}
      data-lane={lane.key}
    >
      <svg
        className={classes.crest}
        width={plan.width}
        height={crest}
        aria-hidden="true"
        focusable="false"
      >
        <path d={hill(plan.width, crest, crest - 4, 0.9 + number * 2.3, crest)} />
      </svg>
      <div className={classes.signpost} style={{ height: laneHead }}>
        <h2 id={heading}>
          {props.href ? (
            <Link href={props.href} title={`Walk down this lane alone`}>
              <bdi>{lane.name}</bdi>
            </Link>
          ) : (
            <bdi>{lane.name}</bdi>
          )}
        </h2>
        <p>{laneWords(plan, sought)}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its houses are the links of the list */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: and those have the keys */}
      <div
        className={classes.houses}
        data-picture
        style={{ cursor: told ? 'pointer' : undefined }}
        onPointerMove={(event) => props.onPoint(pointedAt(event)?.id)}
        onPointerLeave={() => props.onPoint(undefined)}
        onClick={(event) => {
          const house = pointedAt(event);
          if (house) navigate(`/people/${house.id}`);
        }}
      >
        {plan.strips.map((strip) => (
          <StripPlace
            key={strip.from}
            plan={plan}
            strip={strip}
            sought={sought}
            always={printing}
          />
        ))}
        <HouseLines
          houses={sought ? lane.houses.filter(({ id }) => sought.has(id)) : lane.houses}
          labelledBy={heading}
          current={current ?? null}
          describedBy={sign}
          focusWish={props.focusWish}
          onFocus={props.onFocus}
          onBlur={props.onBlur}
          onKey={props.onKey}
        />
        {told && !printing && <Sign {...told} id={sign} width={plan.width} pick={props.pick} />}
      </div>
    </section>
  );
}

function laneWords({ lane }: LanePlan, sought: ReadonlySet<string> | null): string {
  const count = lane.houses.length;
  const houses = `${count.toLocaleString('en-GB')} ${count === 1 ? 'house' : 'houses'}`;
  if (sought) {
    const among = lane.houses.filter(({ id }) => sought.has(id)).length;
    return `${among.toLocaleString('en-GB')} of ${houses}`;
  }
  const { lit, dimming } = countLights(lane.houses);
  const alight = lit + dimming;
  return `${houses}, ${alight === 0 ? 'none' : alight.toLocaleString('en-GB')} with a light`;
}

interface StripPlaceProps {
  plan: LanePlan;
  strip: Strip;
  sought: ReadonlySet<string> | null;
  always: boolean;
}

/** The room of a strip; the picture is in it while it is near. */
function StripPlace({ plan, strip, sought, always }: StripPlaceProps) {
  const { ref, near } = useNear<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.stripPlace} style={{ height: strip.height }}>
      {(near || always) && <StripPicture plan={plan} strip={strip} sought={sought} />}
      {plan.under > 0 && <Names plan={plan} strip={strip} />}
    </div>
  );
}

/** On paper nothing can be pointed at: the names stand under the houses. */
function Names({ plan, strip }: { plan: LanePlan; strip: Strip }) {
  return (
    <div aria-hidden="true">
      {strip.houses.map((house, index) => {
        const { x, foot, width } = boxOf(plan, strip.from + index);
        return (
          <span
            key={house.id}
            className={classes.name}
            style={{
              left: x + width / 2,
              top: foot - strip.top + groundAtFullSize * plan.scale,
              width: plan.pitch - 3,
            }}
          >
            <PersonName name={house.name} />
          </span>
        );
      })}
    </div>
  );
}
