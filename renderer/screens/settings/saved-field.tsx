import { TextInput } from '@mantine/core';
import { type HTMLInputTypeAttribute, useEffect, useState } from 'react';

interface SavedFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  type?: HTMLInputTypeAttribute;
  value: string;
  /** Saves; answers false when it was refused. */
  onSave: (value: string) => Promise<boolean>;
}

/** A field that saves when one leaves it or presses Enter; Escape puts it back. */
export function SavedField({
  label,
  description,
  placeholder,
  type,
  value,
  onSave,
}: SavedFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const save = async () => {
    if (typed === value) return;
    if (!(await onSave(typed))) setTyped(value);
  };
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={placeholder}
      type={type}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
}
