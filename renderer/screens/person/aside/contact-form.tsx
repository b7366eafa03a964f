import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Contact, ContactKind } from '../../../../shared/contract/contract.ts';
import { contactGuess } from '../../../parts/contact-guess.ts';
import inline from '../../../parts/inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../../../parts/inline-form/inline-form.tsx';
import { kindNames } from './contact-address.ts';

interface ContactFormProps {
  contact?: Contact;
  onSave: (contact: Contact) => Promise<void>;
  onRemove?: () => Promise<void>;
  onClose: () => void;
}

const networks = [
  'Mastodon',
  'Bluesky',
  'Instagram',
  'Facebook',
  'LinkedIn',
  'Reddit',
  'YouTube',
  'X',
];
const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

/** A phone, mail, handle, page or address, kept as typed. Its kind is guessed until it is said. */
export function ContactForm({ contact, onSave, onRemove, onClose }: ContactFormProps) {
  const [value, setValue] = useState(contact?.value ?? '');
  const [saidKind, setSaidKind] = useState<ContactKind | null>(contact?.kind ?? null);
  const [network, setNetwork] = useState(contact?.network ?? '');
  const [label, setLabel] = useState(contact?.label ?? '');
  const kind = saidKind ?? contactGuess(value);

  async function save() {
    if (value.trim() === '') throw new Missing('value', 'Write the number, mail or name first.');
    await onSave({ kind, value, label, network: kind === 'handle' ? network : '' });
  }

  return (
    <InlineForm
      label={contact ? `Change ${contact.value}` : 'A way to reach them'}
      fields={['value', 'kind', 'network', 'label']}
      onSave={save}
      onRemove={onRemove}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Number, mail or name"
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            error={problemAt('value')}
            dir="auto"
            autoComplete="off"
            autoFocus
          />
          <div className={inline.pair}>
            <NativeSelect
              label="Kind"
              data={kinds}
              value={kind}
              onChange={(event) => setSaidKind(event.currentTarget.value as ContactKind)}
              error={problemAt('kind')}
            />
            <TextInput
              label="Which one"
              placeholder="shop, home …"
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
              error={problemAt('label')}
              dir="auto"
            />
          </div>
          {kind === 'handle' && (
            <Autocomplete
              label="Network"
              data={networks}
              value={network}
              onChange={setNetwork}
              error={problemAt('network')}
            />
          )}
        </>
      )}
    </InlineForm>
  );
}
