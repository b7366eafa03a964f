import { Button, Menu } from '@mantine/core';
import { Link } from 'wouter';
import type { ExportFormat } from './export-people.ts';

interface MoreMenuProps {
  onImport: () => void;
  onExport: (format: ExportFormat) => void;
  onTags: () => void;
  onCalendar: () => void;
  /** Only where there are matters. */
  onCheck?: () => void;
}

/** What is done with everybody at once, and seldom. */
export function MoreMenu({ onImport, onExport, onCalendar, onTags, onCheck }: MoreMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">More</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href="/street">
          See everybody on the street
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onImport}>Bring people in from a file …</Menu.Item>
        <Menu.Item onClick={() => onExport('vcard')}>Export everybody as vCard</Menu.Item>
        <Menu.Item onClick={() => onExport('vcard-3')}>
          Export everybody as vCard for phones
        </Menu.Item>
        <Menu.Item onClick={() => onExport('csv')}>Export everybody as CSV</Menu.Item>
        <Menu.Item onClick={onCalendar}>Export dates and follow-ups as a calendar</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onTags}>Tags …</Menu.Item>
        {onCheck && <Menu.Item onClick={onCheck}>Check a name for conflicts …</Menu.Item>}
        <Menu.Item component={Link} href="/people/bin">
          Look in the bin
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
