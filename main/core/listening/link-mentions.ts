import { customerForm } from '../../../shared/contract/people.ts';
import { splitName } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { contactColumns } from '../people/contacts.ts';
import { insertCustomer, listContext } from '../people/write.ts';
import { touchMention } from './hearing/touch.ts';
import { rematch } from './match.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

interface Author {
  title: string;
  author: string;
  author_key: string;
  author_address: string;
  customer_id: string | null;
}

/** A way to reach the author, as it is written on a customer's card; null when there is none. */
function contactOf({ author_key: key, author_address: address }: Author) {
  const [network = '', ...rest] = key.split(':');
  const handle = rest.join(':');
  if (!handle) return null;
  if (network === 'email') return { kind: 'email' as const, value: handle, network: '', label: '' };
  if (network === 'web')
    return { kind: 'website' as const, value: address || handle, network: '', label: '' };
  return {
    kind: 'handle' as const,
    value: handle,
    network: network === 'handle' ? '' : network,
    label: '',
  };
}

/**
 * Says who spoke. With `remember` the author's handle goes onto the customer's card, so that what
 * the same author says is known to be theirs from now on, and what they said before as well.
 */
export function linkMention(
  house: Needs,
  { id, customerId, remember }: { id: string; customerId: string; remember: boolean },
): { step: string } {
  const author = authorOf(house.connection, id);
  const name = nameOf(house.connection, customerId);
  const { step } = house.journal.step(`Knew ${name} in a mention`, (write) => {
    for (const not of setAside(house.connection, id, author.author_key, customerId)) {
      write.remove('mention_not', not.id);
    }
    touchMention(write, house.connection, id, { customer_id: customerId });
    const contact = remember ? contactOf(author) : null;
    if (contact) addContact(house, write, customerId, contact);
    rematch(house.connection);
  });
  return { step };
}

function addContact(
  house: Needs,
  write: Write,
  customerId: string,
  contact: NonNullable<ReturnType<typeof contactOf>>,
): void {
  const columns = contactColumns(contact, listContext(house).country);
  const contacts = all<{ kind: string; normalised: string }>(
    house.connection,
    'SELECT kind, normalised FROM customer_contact WHERE customer_id = ?',
    [customerId],
  );
  if (contacts.some((known) => known.normalised === columns.normalised)) return;
  write.insert('customer_contact', {
    id: newId(house.clock),
    customer_id: customerId,
    ...columns,
    position: contacts.length,
  });
}

/** Not this person: takes a link back, or sets a proposal aside for good. */
export function unlinkMention(
  house: Needs,
  { id, customerId }: { id: string; customerId: string },
): { step: string } {
  const author = authorOf(house.connection, id);
  const name = nameOf(house.connection, customerId);
  const { step } = house.journal.step(`Said that a mention is not by ${name}`, (write) => {
    const linked = first<{ customer_id: string | null }>(
      house.connection,
      'SELECT customer_id FROM mention_state WHERE id = ?',
      [id],
    );
    if (linked?.customer_id === customerId) {
      touchMention(write, house.connection, id, { customer_id: null });
    }
    if (setAside(house.connection, id, author.author_key, customerId).length > 0) return;
    write.insert('mention_not', {
      id: newId(house.clock),
      mention_id: id,
      customer_id: customerId,
      author_key: author.author_key,
    });
  });
  return { step };
}

/** Makes a customer of whoever spoke, with the name and the handle that the mention shows. */
export function makeCustomer(house: Needs, id: string): { id: string; step: string } {
  const author = authorOf(house.connection, id);
  if (author.customer_id) {
    throw new Refusal('conflict', 'This is already one of your people.');
  }
  const contact = contactOf(author);
  const name = author.author.replace(/^\/u\//, '') || contact?.value || '';
  if (!name) throw new Refusal('invalid', 'Nobody knows who said this: there is no name.');
  const form = customerForm.parse({
    ...splitName(name.slice(0, 200)),
    circle: 'wider',
    contacts: contact ? [contact] : [],
  });
  const { step, result } = house.journal.step(`Added ${name} from a mention`, (write) => {
    const customerId = insertCustomer(write, listContext(house), form);
    touchMention(write, house.connection, id, { customer_id: customerId });
    rematch(house.connection);
    return customerId;
  });
  return { id: result, step };
}

function authorOf(connection: Connection, id: string): Author {
  const found = first<Author>(
    connection,
    'SELECT title, author, author_key, author_address, customer_id FROM heard WHERE id = ?',
    [id],
  );
  if (!found) throw new Refusal('not-found', 'This mention is not here any more.');
  return found;
}

function nameOf(connection: Connection, customerId: string): string {
  const found = first<{ display_name: string }>(
    connection,
    'SELECT display_name FROM customer WHERE id = ? AND binned_at IS NULL',
    [customerId],
  );
  if (!found) throw new Refusal('not-found', 'This person is not here any more.');
  return found.display_name;
}

/** Where a person has said "not them", for this mention or for its author. */
function setAside(connection: Connection, id: string, authorKey: string, customerId: string) {
  return all<{ id: string }>(
    connection,
    `SELECT id FROM mention_not WHERE customer_id = @customerId
       AND (mention_id = @id OR (author_key <> '' AND author_key = @authorKey))`,
    { id, authorKey, customerId },
  );
}
