import { Menu } from '@mantine/core';
import { useRef } from 'react';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { useActions } from '../../../app/actions.ts';
import { pictureAmong } from '../../../app/dropped-file.ts';
import { Portrait } from '../../../parts/portrait/portrait.tsx';
import classes from './portrait-button.module.css';
import { usePhoto } from './use-photo.ts';

/** Somebody's portrait: a photo is chosen, dropped or pasted, changed and taken away. */
export function PortraitButton({ person }: { person: Customer }) {
  const { name, photo } = person;
  const { busy, give, takeAway } = usePhoto(person);
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useActions([
    {
      id: 'person-photo',
      label: photo ? `Change the photo of ${name}` : `Add a photo of ${name}`,
      words: 'picture portrait image',
      run: choose,
    },
  ]);
  const portrait = (
    <>
      <Portrait name={name} photo={photo} size="large" />
      <span className={classes.hint} aria-hidden="true">
        {photo ? 'Photo' : 'Add a photo'}
      </span>
    </>
  );
  const shared = {
    type: 'button' as const,
    className: classes.button,
    'aria-busy': busy || undefined,
  };

  return (
    <div className={classes.place}>
      {photo ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button {...shared} aria-label={`Photo of ${name}`}>
              {portrait}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={choose}>Change the photo …</Menu.Item>
            <Menu.Item onClick={() => void takeAway()}>Take the photo away</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <button {...shared} aria-label={`Add a photo of ${name}`} onClick={choose}>
          {portrait}
        </button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={`The photo of ${name}`}
        onChange={(event) => {
          void give(pictureAmong(event.currentTarget.files));
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
