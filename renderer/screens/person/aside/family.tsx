import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { useActions } from '../../../app/actions.ts';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
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
  const { attempt } = useDoing();
  // What others wrote about this person stands on their pages, and is changed there.
  const own = relations.filter(({ fromOther }) => !fromOther);
  const others = own.filter(({ otherId }) => otherId === null);

  const makeCustomer = ({ id, name }: Relation) =>
    attempt(client.people.makeCustomer({ relationId: id }), `${name} is a customer now`);
  useActions(
    others.map((relation) => ({
      id: `person-family-${relation.id}`,
      label: `Make a customer of ${relation.name}`,
      words: 'add new family friend',
      run: () => void makeCustomer(relation),
    })),
  );

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
                actions={
                  relation.otherId === null && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Make a customer of ${relation.name}`}
                      onClick={() => void makeCustomer(relation)}
                    >
                      Make a customer
                    </Button>
                  )
                }
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
