import classes from './sky.module.css';

/** In the sky of the town: a morning sun, or in the evening the moon and a few stars. */
export function Sky({ width }: { width: number }) {
  return (
    <>
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
    </>
  );
}

/** The line of a hill as SVG path data: `rise` pixels high, its crests by `turn` (radians). */
export function hill(width: number, top: number, rise: number, turn: number, foot: number): string {
  const at = (x: number) => top - rise * (0.5 + 0.5 * Math.sin(x / 190 + turn));
  let path = `M0 ${foot}V${at(0).toFixed(1)}`;
  for (let x = 24; x < width + 24; x += 24) path += `L${x} ${at(x).toFixed(1)}`;
  return `${path}V${foot}z`;
}
