import { expect, test } from 'vitest';
import { followUpChoices, snoozeChoices } from '../../../renderer/parts/snooze-choices.ts';

const at = (time: string, day = '2026-03-02') => ({
  now: Date.parse(`${day}T${time}:00Z`),
  day,
  zone: 'Europe/London',
});
const said = (choices: { label: string; day: string; time: string | null }[]) =>
  choices.map(({ label, day, time }) => `${label}: ${time ?? day}`);

test('later today as long as there is some of it left, then the days', () => {
  const due = { dueDay: '2026-02-27', dueTime: null };
  expect(said(followUpChoices(at('09:20'), due))).toEqual([
    'In an hour: 10:20',
    'Later today: 13:00',
    'Tomorrow: 2026-03-03',
    'Next Monday: 2026-03-09',
    'In a month: 2026-04-02',
  ]);
  expect(said(followUpChoices(at('18:05'), due)).slice(0, 2)).toEqual([
    'In an hour: 19:05',
    'Tomorrow: 2026-03-03',
  ]);
  expect(said(followUpChoices(at('22:00'), due))[0]).toBe('Tomorrow: 2026-03-03');
});

test('nothing is offered that comes before it is due', () => {
  const noon = { dueDay: '2026-03-02', dueTime: '12:00' };
  expect(said(followUpChoices(at('09:00'), noon))[0]).toBe('Tomorrow: 2026-03-03');
  expect(said(followUpChoices(at('09:00'), { dueDay: '2026-03-05', dueTime: null }))).toEqual([
    'Next Monday: 2026-03-09',
    'In a month: 2026-04-02',
  ]);
});

test('a day is offered once, and a month has an end', () => {
  expect(said(snoozeChoices('2026-03-01'))[0]).toBe('Tomorrow: 2026-03-02');
  expect(said(snoozeChoices('2026-03-01'))).not.toContain('Next Monday: 2026-03-02');
  expect(said(snoozeChoices('2026-01-31')).at(-1)).toBe('In a month: 2026-02-28');
});
