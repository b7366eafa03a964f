import { initialsOf } from './initials.ts';
import { usePicture } from './pictures.ts';
import classes from './portrait.module.css';

interface PortraitProps {
  name: string;
  /** The id of their photo. */
  photo: string | null;
  size: 'row' | 'small' | 'large';
}

/** What somebody looks like, or their initials. Always beside their name, so it says nothing itself. */
export function Portrait({ name, photo, size }: PortraitProps) {
  const address = usePicture(photo);
  return (
    <span className={classes.portrait} data-size={size} aria-hidden="true">
      {address ? (
        <img src={address} alt="" draggable={false} />
      ) : (
        // Drawn, not written: what a button shows in words must be its name (WCAG 2.5.3).
        <bdi className={classes.initials} data-initials={initialsOf(name)} />
      )}
    </span>
  );
}
