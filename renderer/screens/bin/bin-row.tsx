import { memo } from 'react';
import type { BinEntry } from '../../../shared/contract/contract.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './bin.module.css';
import { kindNames } from './kind-names.ts';

/** Something in the bin: what it is, whose it is, when it leaves. */
export const BinRow = memo(function BinRow({ entry }: { entry: BinEntry }) {
  const { kind, title, of, merged, leavesDay } = entry;
  return (
    <span className={classes.row}>
      <span className={classes.what}>
        <span className={classes.title} dir="auto">
          {title}
        </span>
        <span className={classes.soft}>
          {kindNames[kind].one}
          {of.length > 0 && (merged ? ', one with ' : ', ')}
          {of.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <PersonName name={name} />
            </span>
          ))}
        </span>
      </span>
      <span className={classes.soft}>
        leaves <RelativeDay day={leavesDay} />
      </span>
    </span>
  );
});
