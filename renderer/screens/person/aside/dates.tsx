import type { Customer } from '../../../../shared/contract/contract.ts';
import { dateName, dateWords, yearsNext } from '../../../../shared/wording/dates.ts';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';
import { DateForm } from './date-form.tsx';

interface DatesProps {
  person: Customer;
  change: ChangePerson;
}

/** The dates in somebody's life, and when each comes next. */
export function Dates({ person, change }: DatesProps) {
  const kept = person.dates.map(({ nextDay: _, ...date }) => date);
  return (
    <Block
      title="Dates"
      action="Add"
      actionLabel="Add a date"
      form={(close) => (
        <DateForm
          onSave={(date) => change(`Added ${dateName(date)}`, { dates: [...kept, date] })}
          onClose={close}
        />
      )}
    >
      {person.dates.length > 0 && (
        <ul className={classes.list}>
          {person.dates.map((date) => {
            const years = yearsNext(date);
            return (
              <Changeable
                key={date.id}
                name={dateName(date)}
                form={(close) => (
                  <DateForm
                    date={date}
                    onSave={(changed) =>
                      change('Changed', {
                        dates: kept.map((one) =>
                          one.id === date.id ? { ...changed, id: one.id } : one,
                        ),
                      })
                    }
                    onRemove={() =>
                      change(`Removed ${dateName(date)}`, {
                        dates: kept.filter((one) => one.id !== date.id),
                      })
                    }
                    onClose={close}
                  />
                )}
              >
                <bdi>{dateName(date)}</bdi> <span className={classes.soft}>{dateWords(date)}</span>
                {date.nextDay && (
                  <div className={classes.soft}>
                    {years === null ? '' : `${years} years, `}
                    <RelativeDay day={date.nextDay} />
                  </div>
                )}
              </Changeable>
            );
          })}
        </ul>
      )}
    </Block>
  );
}
