import { VisuallyHidden } from '@mantine/core';
import classes from './rating.module.css';

interface RatingProps {
  value: number;
  /** The top of its own scale; 5 when not said. */
  best?: number;
  /** The foot of its own scale. */
  worst?: number;
  /** Not shown: a rating of the contract can be spread into this as it is. */
  share?: number;
}

const star = 'M8 1.3l2 4.4 4.8.5-3.6 3.2 1 4.7L8 11.7l-4.2 2.4 1-4.7L1.2 6.2 6 5.7z';
const plainNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A rating on its own scale: stars up to five, plain figures beyond, and words for readers. */
export function Rating({ value, best = 5 }: RatingProps) {
  const words = `${plainNumber.format(value)} of ${plainNumber.format(best)}`;
  const drawn = Number.isInteger(best) && best > 1 && best <= 5;
  if (!drawn) return <span className={classes.figures}>{words}</span>;
  return (
    <span className={classes.rating} title={`${words} stars`}>
      <VisuallyHidden>{words} stars</VisuallyHidden>
      <svg
        viewBox={`0 0 ${best * 17} 16`}
        width={best * 15}
        height={14}
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: best }, (_, index) => {
          const filled = Math.max(0, Math.min(1, value - index));
          const x = index * 17;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a star is its place
            <g key={index} transform={`translate(${x})`}>
              <path d={star} className={classes.outline} />
              {filled > 0 && (
                <path
                  d={star}
                  className={classes.filled}
                  style={filled < 1 ? { clipPath: `inset(0 ${(1 - filled) * 100}% 0 0)` } : {}}
                />
              )}
            </g>
          );
        })}
      </svg>
    </span>
  );
}
