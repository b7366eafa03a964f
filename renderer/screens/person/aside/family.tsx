import { Link } from 'wouter';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';
import { RelationForm } from './relation-form.tsx';

type Relation = Customer['relations'][number];

interface FamilyProps {
  person: Customer;
  change: ChangePerson;
}

/** Who is around somebody. Those who are customers too can be opened. */
export function Family({ person, change }: FamilyProps) {
  const { relations } = person;
  // What others wrote about this person stands on their pages, and is changed there.
  const own = relations.filter(({ fromOther }) => !fromOther);
  return (
    <Block
      title="Family and friends"
      action="Add"
      actionLabel="Add family or a friend"
      form={(close) => (
        <RelationForm
          personId={person.id}
          onSave={(relation) => change(`Added ${relation.name}`, { relations: [...own, relation] })}
          onClose={close}
        />
      )}
    >
      {relations.length > 0 && (
        <ul className={classes.list}>
          {relations.map((relation) =>
            relation.fromOther ? (
              <li key={relation.id} className={classes.item}>
                <div className={classes.row}>
                  <div className={classes.text}>
                    <Who relation={relation} />
                  </div>
                </div>
              </li>
            ) : (
              <Changeable
                key={relation.id}
                name={relation.name}
                form={(close) => (
                  <RelationForm
                    personId={person.id}
                    relation={relation}
                    onSave={(changed) =>
                      change('Changed', {
                        relations: own.map((one) =>
                          one.id === relation.id ? { ...changed, id: one.id } : one,
                        ),
                      })
                    }
                    onRemove={() =>
                      change(`Removed ${relation.name}`, {
                        relations: own.filter((one) => one.id !== relation.id),
                      })
                    }
                    onClose={close}
                  />
                )}
              >
                <Who relation={relation} />
              </Changeable>
            ),
          )}
        </ul>
      )}
    </Block>
  );
}

function Who({ relation }: { relation: Relation }) {
  const { otherId, name, relation: kind, note } = relation;
  return (
    <>
      {otherId ? (
        <Link href={`/people/${otherId}`} className={classes.link}>
          <PersonName name={name} />
        </Link>
      ) : (
        <PersonName name={name} />
      )}{' '}
      {kind && (
        <span className={classes.soft}>
          <bdi>{kind}</bdi>
        </span>
      )}
      {note && (
        <div className={classes.soft} dir="auto">
          {note}
        </div>
      )}
    </>
  );
}
