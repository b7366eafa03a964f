import { Textarea } from '@mantine/core';
import type { Customer, Fact } from '../../../../shared/contract/contract.ts';
import { InlineForm, Missing } from '../../../parts/inline-form/inline-form.tsx';
import { useEdited } from '../../../parts/use-edited.ts';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';

interface FactsProps {
  person: Customer;
  change: ChangePerson;
}

/** Short things worth knowing: "allergic to nuts". */
export function FactsKnown({ person, change }: FactsProps) {
  const { facts } = person;
  return (
    <Block
      title="Worth knowing"
      action="Add"
      actionLabel="Add something worth knowing"
      form={(close) => (
        <FactForm
          draftKey={`person:${person.id}:fact`}
          onSave={(text) => change('Noted', { facts: [...facts, { text }] })}
          onClose={close}
        />
      )}
    >
      {facts.length > 0 && (
        <ul className={classes.list}>
          {facts.map((fact) => (
            <Changeable
              key={fact.id}
              name={fact.text}
              form={(close) => (
                <FactForm
                  fact={fact}
                  draftKey={`fact:${fact.id}`}
                  onSave={(text) =>
                    change('Changed', {
                      facts: facts.map((one) => (one.id === fact.id ? { id: one.id, text } : one)),
                    })
                  }
                  onRemove={() =>
                    change('Removed', { facts: facts.filter((one) => one.id !== fact.id) })
                  }
                  onClose={close}
                />
              )}
            >
              <span dir="auto">{fact.text}</span>
            </Changeable>
          ))}
        </ul>
      )}
    </Block>
  );
}

interface FactFormProps {
  fact?: Fact;
  draftKey: string;
  onSave: (text: string) => Promise<void>;
  onRemove?: () => Promise<void>;
  onClose: () => void;
}

function FactForm({ fact, draftKey, onSave, onRemove, onClose }: FactFormProps) {
  const edited = useEdited(draftKey, fact?.text ?? '');
  return (
    <InlineForm
      label={fact ? 'Change what is worth knowing' : 'Something worth knowing'}
      fields={['text']}
      onSave={async () => {
        const text = edited.text.trim();
        if (text === '') throw new Missing('text', 'Write a few words first.');
        await onSave(text);
        edited.forget();
      }}
      onRemove={onRemove}
      onCancel={edited.forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <Textarea
          aria-label="Worth knowing"
          placeholder="Allergic to nuts"
          minRows={1}
          maxLength={500}
          value={edited.text}
          onChange={(event) => edited.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A fact is one line: Enter saves it.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            if (event.shiftKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          error={problemAt('text')}
          dir="auto"
          autoFocus
        />
      )}
    </InlineForm>
  );
}
