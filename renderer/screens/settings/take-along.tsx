import { Button } from '@mantine/core';
import { useSaveCalendar } from '../../parts/save-calendar.ts';
import { useExport } from '../people/export-people.ts';
import classes from './settings.module.css';

/** People and dates as files that other programs take in. */
export function TakeAlong() {
  const exportPeople = useExport();
  const saveCalendar = useSaveCalendar();
  return (
    <div className={classes.fields}>
      <p className={classes.quiet}>
        For other programs: address books, calendars and spreadsheets.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => void exportPeople('vcard')}>
          People as vCard
        </Button>
        <Button variant="default" onClick={() => void exportPeople('csv')}>
          People as CSV
        </Button>
        <Button variant="default" onClick={() => void saveCalendar()}>
          Dates and follow-ups as a calendar
        </Button>
      </div>
    </div>
  );
}
