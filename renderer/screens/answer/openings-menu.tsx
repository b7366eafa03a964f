import { Button, Menu } from '@mantine/core';
import { Link } from 'wouter';
import type { Opening, Tone } from '../../../shared/contract/contract.ts';

interface OpeningsMenuProps {
  openings: readonly Opening[];
  tone: Tone;
  onChoose: (opening: Opening) => void;
}

/** The shop's own first sentences, those for this kind of voice first. */
export function OpeningsMenu({ openings, tone, onChoose }: OpeningsMenuProps) {
  const fitting = openings.filter((opening) => opening.tone === tone || opening.tone === '');
  const others = openings.filter((opening) => !fitting.includes(opening));
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md">
          Begin with…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[...fitting, ...others].map((opening) => (
          <Menu.Item key={opening.id} onClick={() => onChoose(opening)}>
            <bdi>{opening.text}</bdi>
          </Menu.Item>
        ))}
        {openings.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} href="/settings#openings">
          {openings.length === 0 ? 'Keep a first sentence of your own' : 'Change these'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
