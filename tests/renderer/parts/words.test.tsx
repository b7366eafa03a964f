import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Facts } from '../../../renderer/parts/facts.tsx';
import { KeyHint } from '../../../renderer/parts/key-hint.tsx';
import { PersonName } from '../../../renderer/parts/person-name.tsx';
import { Rating } from '../../../renderer/parts/rating.tsx';
import { FullDay, RelativeDay } from '../../../renderer/parts/relative-day.tsx';
import { SideList } from '../../../renderer/parts/side-list.tsx';
import { Underlined } from '../../../renderer/parts/underlined.tsx';
import { renderPart } from './parts.tsx';

test('a name of any script stands by itself, and nobody is without a word', () => {
  const { container, again } = renderPart(<PersonName name="محمد الأحمد" />);
  expect(container.querySelector('bdi')?.textContent).toBe('محمد الأحمد');
  again(<PersonName name="  " fallback="Somebody new" />);
  expect(container.querySelector('bdi')?.textContent).toBe('Somebody new');
});

test('a day is said against the core’s present, with the whole of it at hand', () => {
  renderPart(<RelativeDay day="2026-03-06" due />);
  const time = screen.getByText('Friday');
  expect(time.getAttribute('datetime')).toBe('2026-03-06');
  expect(time.title).toBe('Friday 6 March');
});

test('what is due today or late stands out, what is ahead does not', () => {
  const { container, again } = renderPart(<RelativeDay day="2026-03-03" due />);
  const look = () => container.querySelector('time')?.className;
  const ahead = look();
  again(<RelativeDay day="2026-03-02" due />);
  const due = look();
  again(<RelativeDay day="2026-02-01" due />);
  expect(look()).toBe(due);
  expect(due).not.toBe(ahead);
  again(<RelativeDay day="2026-02-01" />);
  expect(look()).toBe(ahead);
});

test('an instant is told by the person’s own day, not by that of Greenwich', () => {
  renderPart(<FullDay day={Date.UTC(2026, 6, 14, 23, 30)} />);
  expect(screen.getByText('Wednesday 15 July')).toBeTruthy();
});

test('a day of another year says its year', () => {
  renderPart(<FullDay day="2024-12-24" />);
  expect(screen.getByText('Tuesday 24 December 2024')).toBeTruthy();
});

test('a rating is heard in words on its own scale, and drawn up to five', () => {
  const { container, again } = renderPart(<Rating value={3.5} best={5} worst={1} share={0.6} />);
  expect(screen.getByText('3.5 of 5 stars')).toBeTruthy();
  expect(container.querySelectorAll('svg g')).toHaveLength(5);
  again(<Rating value={8} best={10} />);
  expect(screen.getByText('8 of 10')).toBeTruthy();
  expect(container.querySelector('svg')).toBeNull();
});

test('keys are written as they are on the keyboard', () => {
  const { container } = renderPart(<KeyHint keys="mod+enter" />);
  expect(container.querySelector('kbd')?.textContent).toBe('Ctrl ↵');
});

test('facts are told with what they are', () => {
  renderPart(<Facts items={[{ label: 'Around her', value: <Underlined>Marco</Underlined> }]} />);
  expect(screen.getByText('Around her').tagName).toBe('DT');
  expect(screen.getByText('Marco').closest('dd')).toBeTruthy();
});

test('a side list names itself, links its rows, and is silent or kind when empty', () => {
  const { again, container } = renderPart(
    <SideList
      title="Promised"
      items={[{ id: '1', text: 'The quote', note: 'Friday', href: '/x' }]}
    />,
  );
  expect(screen.getByRole('region', { name: 'Promised' })).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('/x');
  again(<SideList title="Promised" items={[]} empty="Nothing is owed." />);
  expect(screen.getByText('Nothing is owed.')).toBeTruthy();
  again(<SideList title="Promised" items={[]} />);
  expect(container.querySelector('section')).toBeNull();
});
