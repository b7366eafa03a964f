import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RemindersSection } from '../../../../renderer/screens/settings/reminders-section.tsx';
import { type Answers, show, usualAbout, usualSettings } from '../../app/show.tsx';

const step = { step: '019cad58-bd80-7000-8000-000000000002' };

/** The section in one of the shells; gives what was saved. */
function open(shell: 'browser' | 'desktop', more: object = {}, answers: Answers = {}) {
  const { calls } = show(<RemindersSection settings={{ ...usualSettings, ...more }} />, {
    path: '/settings',
    answers: {
      'settings.save': () => step,
      'house.about': () => ({ ...usualAbout, shell }),
      ...answers,
    },
  });
  return () => calls.filter(({ path }) => path === 'settings.save').map(({ input }) => input);
}

/** A browser of which the person is asked, and answers so. */
function browser(permission: NotificationPermission, answer = permission) {
  const FakeNotification = {
    permission,
    requestPermission: vi.fn(async () => {
      FakeNotification.permission = answer;
      return answer;
    }),
  };
  vi.stubGlobal('Notification', FakeNotification);
  return FakeNotification.requestPermission;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('each kind of reminder has its switch, and quiet hours their times', async () => {
  const saved = open('desktop');
  fireEvent.click(await screen.findByRole('switch', { name: /Dates in people/ }));
  fireEvent.click(screen.getByRole('switch', { name: /Whom to turn to today, .* at 08:00/ }));
  const from = screen.getByLabelText('From');
  fireEvent.change(from, { target: { value: '19:30' } });
  fireEvent.blur(from);
  fireEvent.click(screen.getByRole('button', { name: 'Pause until tomorrow' }));
  await waitFor(() =>
    expect(saved()).toEqual([
      { remindDates: false },
      { remindMorning: true },
      { quietFrom: '19:30' },
      { remindersPausedUntil: '2026-03-03' },
    ]),
  );
});

test('a pause is said with its end, and can be ended', async () => {
  const saved = open('desktop', { remindersPausedUntil: '2026-03-03' });
  await screen.findByText('No reminders until Tuesday 3 March.');
  fireEvent.click(screen.getByRole('button', { name: 'Remind me again' }));
  await waitFor(() => expect(saved()).toEqual([{ remindersPausedUntil: '' }]));
});

test('the browser is asked by a click only, and then shows them or not', async () => {
  const asked = browser('default', 'granted');
  open('browser');
  const button = await screen.findByRole('button', { name: 'Let this browser show them too' });
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(button);
  const shows = await screen.findByRole('switch', { name: /This browser shows them/ });
  expect(shows).toHaveProperty('checked', true);
  fireEvent.click(shows);
  expect(shows).toHaveProperty('checked', false);
});

test('a browser that was told not to is said, with the way back', async () => {
  browser('default', 'denied');
  open('browser');
  fireEvent.click(await screen.findByRole('button', { name: 'Let this browser show them too' }));
  await screen.findByText(/was told not to show notices of Porchlight/);
});
