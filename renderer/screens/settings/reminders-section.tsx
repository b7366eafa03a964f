import { Button, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import { BrowserNotices } from './browser-notices.tsx';
import { SavedField } from './saved-field.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

/** Of what one is reminded, when not, and how this machine tells it. */
export function RemindersSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  const about = useQuery(api.house.about.queryOptions());
  return (
    <Card title="Reminders">
      <div className={classes.fields}>
        <Stack gap="sm">
          <Switch
            label="Follow-ups, at their time or in the morning of their day"
            checked={settings.remindFollowUps}
            onChange={(event) => save({ remindFollowUps: event.currentTarget.checked })}
          />
          <Switch
            label="Dates in people’s lives: ahead, as each asks for, and on the day"
            checked={settings.remindDates}
            onChange={(event) => save({ remindDates: event.currentTarget.checked })}
          />
          <Switch
            label={`Whom to turn to today, each morning at ${settings.morning}`}
            checked={settings.remindMorning}
            onChange={(event) => save({ remindMorning: event.currentTarget.checked })}
          />
        </Stack>
        <QuietHours settings={settings} />
        <Pause until={settings.remindersPausedUntil} />
        {about.data?.shell === 'browser' && <BrowserNotices />}
      </div>
    </Card>
  );
}

function QuietHours({ settings }: { settings: Settings }) {
  const save = useSaving();
  return (
    <div>
      <Switch
        label="Quiet hours"
        description="What comes up in them waits until they end."
        checked={settings.quietHours}
        onChange={(event) => save({ quietHours: event.currentTarget.checked })}
      />
      {settings.quietHours && (
        <div className={classes.times}>
          <SavedField
            label="From"
            type="time"
            value={settings.quietFrom}
            onSave={(quietFrom) => save({ quietFrom })}
          />
          <SavedField
            label="Until"
            type="time"
            value={settings.quietUntil}
            onSave={(quietUntil) => save({ quietUntil })}
          />
        </div>
      )}
    </div>
  );
}

/** Silence for the rest of the day, or for as long as was said. */
function Pause({ until }: { until: string }) {
  const save = useSaving();
  const today = usePresentDay();
  if (until > today) {
    return (
      <div className={classes.line}>
        <Text>No reminders until {fullDay(until, today)}.</Text>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => save({ remindersPausedUntil: '' }, 'Reminders come again')}
        >
          Remind me again
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.line}>
      <Button
        variant="default"
        onClick={() =>
          save({ remindersPausedUntil: addDays(today, 1) }, 'No reminders until tomorrow')
        }
      >
        Pause until tomorrow
      </Button>
    </div>
  );
}
