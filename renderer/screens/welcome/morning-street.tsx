import { useMemo } from 'react';
import { Mark } from '../../app/mark.tsx';
import { StreetPicture } from '../../parts/street-picture.tsx';
import { housesThatFit, planStreet, streetHeight } from '../../parts/street-plan.ts';
import colours from '../../parts/town-colours.module.css';
import { useWidth } from '../../parts/width.ts';
import classes from './welcome.module.css';

/** A street where nobody lives yet: with each step it is lighter. */
export function MorningStreet({ step }: { step: number }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const plan = useMemo(() => {
    const houses = Array.from({ length: housesThatFit(width) }, (_, index) => ({
      id: `empty house ${index}`,
      name: '',
      warmth: index % 3 < step ? 0.5 + (index % 2) * 0.4 : 0,
      isToday: index === 1,
    }));
    return planStreet(houses, width);
  }, [width, step]);
  return (
    <div ref={ref} className={`${colours.town} ${classes.street}`} style={{ height: streetHeight }}>
      {width > 0 && <StreetPicture plan={plan} width={width} />}
      <div className={classes.mark}>
        <Mark />
      </div>
    </div>
  );
}
