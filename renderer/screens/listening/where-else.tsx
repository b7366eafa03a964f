import type { Mention } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './listening.module.css';

/** The other sources that brought the same voice. */
export function WhereElse({ voice }: { voice: Mention }) {
  const { failed } = useDoing();
  if (voice.elsewhere.length === 0) return null;
  return (
    <p className={classes.quiet}>
      Heard in {voice.places} places; also in{' '}
      {voice.elsewhere.map((place, index) => (
        <span key={`${place.sourceId}${place.at}`}>
          {index > 0 && ', '}
          {place.address ? (
            <button
              type="button"
              className={classes.plainly}
              onClick={() => client.house.open({ address: place.address }).catch(failed)}
              dir="auto"
            >
              {place.sourceName}
            </button>
          ) : (
            <span dir="auto">{place.sourceName}</span>
          )}
        </span>
      ))}
      .
    </p>
  );
}
