import { Button } from '@mantine/core';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';
import { addressOf, kindNames } from './contact-address.ts';
import { ContactForm } from './contact-form.tsx';

interface ReachProps {
  person: Customer;
  change: ChangePerson;
}

/** How to reach somebody: opens in the person's own programs, or is copied. */
export function Reach({ person, change }: ReachProps) {
  const { done, failed } = useDoing();
  const { contacts } = person;

  async function open(address: string) {
    try {
      await client.house.open({ address });
    } catch (problem) {
      failed(problem);
    }
  }
  async function copy(value: string) {
    try {
      await navigator.clipboard.writeText(value);
      done(`Copied ${value}`);
    } catch {
      done(`This could not be copied. It is ${value}`);
    }
  }

  return (
    <Block
      title="Reach"
      action="Add"
      actionLabel="Add a way to reach them"
      form={(close) => (
        <ContactForm
          onSave={(contact) =>
            change(`Added ${kindNames[contact.kind].toLowerCase()}`, {
              contacts: [...contacts, contact],
            })
          }
          onClose={close}
        />
      )}
    >
      {contacts.length === 0 ? (
        <p className={classes.nothing}>No phone or email yet.</p>
      ) : (
        <ul className={classes.list}>
          {contacts.map((contact) => {
            const address = addressOf(contact);
            return (
              <Changeable
                key={contact.id}
                name={contact.value}
                actions={
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Copy ${contact.value}`}
                    onClick={() => void copy(contact.value)}
                  >
                    Copy
                  </Button>
                }
                form={(close) => (
                  <ContactForm
                    contact={contact}
                    onSave={(changed) =>
                      change('Changed', {
                        contacts: contacts.map((one) =>
                          one.id === contact.id ? { ...changed, id: one.id } : one,
                        ),
                      })
                    }
                    onRemove={() =>
                      change(`Removed ${contact.value}`, {
                        contacts: contacts.filter((one) => one.id !== contact.id),
                      })
                    }
                    onClose={close}
                  />
                )}
              >
                {address ? (
                  <button type="button" className={classes.link} onClick={() => void open(address)}>
                    <bdi>{contact.value}</bdi>
                  </button>
                ) : (
                  <bdi>{contact.value}</bdi>
                )}{' '}
                <span className={classes.soft}>
                  {[contact.network, contact.label].filter(Boolean).join(', ')}
                </span>
              </Changeable>
            );
          })}
        </ul>
      )}
    </Block>
  );
}
