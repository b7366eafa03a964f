import classes from './street.module.css';
import type { Plot } from './street-plan.ts';

function roofPath({ shape, width: w, roofHeight: r }: Plot): string {
  switch (shape) {
    case 'hip':
      return `M-5 0L${w * 0.2} ${-r}H${w * 0.8}L${w + 5} 0z`;
    case 'mansard':
      return `M-3 0L3 ${-r + 4}Q3 ${-r} 7 ${-r}H${w - 7}Q${w - 3} ${-r} ${w - 3} ${-r + 4}L${w + 3} 0z`;
    case 'stepped': {
      const step = w / 6;
      const rise = r / 3;
      return (
        `M0 0V${-rise}H${step}V${-2 * rise}H${2 * step}V${-r - 2}H${4 * step}` +
        `V${-2 * rise}H${5 * step}V${-rise}H${w}V0z`
      );
    }
    default:
      return `M-6 0L${w / 2} ${-r}L${w + 6} 0z`;
  }
}

/** How much of the lamp is in a pane: fading, but never so that dark looks lit. */
const paneLight = (warmth: number) =>
  `color-mix(in oklab, var(--pane-lit) ${Math.round(Math.max(0, Math.min(1, warmth)) ** 0.75 * 100)}%, var(--pane-dark))`;

function Window({ x, y, warmth }: { x: number; y: number; warmth: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {warmth > 0.4 && (
        <circle cx="6" cy="7" r="17" className={classes.glow} style={{ opacity: warmth * 0.28 }} />
      )}
      <rect width="12" height="14" rx="1.5" style={{ fill: paneLight(warmth) }} />
      <path d="M6 0V14M0 7H12" className={classes.bars} />
    </g>
  );
}

/** One house, standing with its left foot at its plot's x on the line y. */
export function HousePicture({ plot, y }: { plot: Plot; y: number }) {
  const { house, scale, wallHeight: h, floors, chimney, roofHeight } = plot;
  const w = plot.width / scale;
  const whole = { ...plot, width: w };
  const { warmth } = house;
  const door = w / 2 - 6;
  const left = Math.max(5, w * 0.24 - 6);
  const right = w - left - 12;
  const upper = -h + 9;
  return (
    <g transform={`translate(${plot.x} ${y}) scale(${scale})`}>
      {chimney !== null && (
        <>
          {warmth > 0.66 && (
            <path
              d={`M${w * chimney + 4} ${-h - roofHeight - 6}q5 -5 0 -10t1 -9`}
              className={classes.smoke}
            />
          )}
          <rect
            x={w * chimney}
            y={-h - roofHeight - 3}
            width="8"
            height={roofHeight}
            className={classes.roof}
            data-tint={plot.roof}
          />
        </>
      )}
      <rect y={-h} width={w} height={h} rx="2" className={classes.wall} data-tint={plot.wall} />
      <path
        d={roofPath(whole)}
        transform={`translate(0 ${-h + 0.5})`}
        className={plot.shape === 'stepped' ? classes.wall : classes.roof}
        data-tint={plot.shape === 'stepped' ? plot.wall : plot.roof}
      />
      {plot.shape === 'stepped' && <Window x={w / 2 - 6} y={upper - 13} warmth={warmth} />}
      {plot.shape === 'mansard' && (
        <circle cx={w / 2} cy={-h - 9} r="5" style={{ fill: paneLight(warmth) }} />
      )}
      <Window x={left} y={upper} warmth={warmth} />
      <Window x={right} y={upper} warmth={warmth} />
      {floors === 2 && (
        <>
          <Window x={left - 2} y={upper + 24} warmth={warmth} />
          <Window x={right + 2} y={upper + 24} warmth={warmth} />
        </>
      )}
      <path
        d={`M${door} 0V-18Q${door} -24 ${door + 6} -24Q${door + 12} -24 ${door + 12} -18V0z`}
        className={classes.door}
        data-open={house.isToday || undefined}
      />
      <circle cx={door + 9.5} cy="-10" r="1.1" className={classes.knob} />
      {house.isToday && (
        <g transform={`translate(${w + 15} 0)`}>
          <circle cy="-50" r="30" className={classes.lampGlow} />
          <circle cy="-50" r="18" className={classes.lampGlow} />
          <path d="M0 0V-44M-5 0H5" className={classes.post} />
          <circle cy="-50" r="7" className={classes.lamp} />
        </g>
      )}
    </g>
  );
}
