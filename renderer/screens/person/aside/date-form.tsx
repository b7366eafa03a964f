import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LifeDate } from '../../../../shared/contract/contract.ts';
import { dateName, months } from '../../../../shared/wording/dates.ts';
import { api } from '../../../app/client.ts';
import inline from '../../../parts/inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../../../parts/inline-form/inline-form.tsx';

interface DateFormProps {
  date?: LifeDate;
  onSave: (date: LifeDate) => Promise<void>;
  onRemove?: () => Promise<void>;
  onClose: () => void;
}

const kinds = [
  { value: 'birthday', label: 'Birthday' },
  { value: 'anniversary', label: 'Anniversary' },
  { value: 'other', label: 'Something else' },
];
const monthChoices = [
  { value: '', label: 'Month' },
  ...months.map((label, index) => ({ value: String(index + 1), label })),
];

/** A whole number that was typed, or null when nothing was; NaN when it is none. */
const typedNumber = (typed: string) =>
  typed.trim() === '' ? null : /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;

/** How many days a month has; a February of an unknown year has them all. */
const daysIn = (month: number, year: number | null) =>
  new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();

/** A date whose year, or day, need not be known. */
export function DateForm({ date, onSave, onRemove, onClose }: DateFormProps) {
  const [kind, setKind] = useState<LifeDate['kind']>(date?.kind ?? 'birthday');
  const [label, setLabel] = useState(date?.label ?? '');
  const [day, setDay] = useState(date?.day ? String(date.day) : '');
  const [month, setMonth] = useState(date ? String(date.month) : '');
  const [year, setYear] = useState(date?.year ? String(date.year) : '');
  const [yearly, setYearly] = useState(date?.yearly ?? true);
  const leapDay = useQuery(api.settings.get.queryOptions()).data?.leapDay;
  const [notice, setNotice] = useState(String(date?.noticeDays ?? 3));

  async function save() {
    const on = typedNumber(day);
    const inYear = typedNumber(year);
    const noticeDays = typedNumber(notice) ?? 3;
    if (month === '') throw new Missing('month', 'Choose the month.');
    if (on !== null && !(on >= 1 && on <= 31)) {
      throw new Missing('day', 'A day is a number from 1 to 31, or leave it empty.');
    }
    if (on !== null && on > daysIn(Number(month), inYear)) {
      const name = months[Number(month) - 1];
      throw new Missing(
        'day',
        `${inYear ? `${name} ${inYear}` : name} has ${daysIn(Number(month), inYear)} days.`,
      );
    }
    if (!yearly && kind !== 'birthday' && inYear === null) {
      throw new Missing('year', 'What comes only once needs its year.');
    }
    if (inYear !== null && !(inYear >= 1000 && inYear <= 2999)) {
      throw new Missing('year', 'A year has four figures, such as 1971. It may be left empty.');
    }
    if (!(noticeDays >= 0 && noticeDays <= 60)) {
      throw new Missing('noticeDays', 'From 0 to 60 days before.');
    }
    await onSave({
      kind,
      label: kind === 'other' || label ? label : '',
      day: on,
      month: Number(month),
      year: inYear,
      yearly: yearly || kind === 'birthday',
      noticeDays,
    });
  }

  return (
    <InlineForm
      label={date ? `Change ${dateName(date)}` : 'A date'}
      fields={['kind', 'label', 'day', 'month', 'year', 'noticeDays']}
      onSave={save}
      onRemove={onRemove}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <NativeSelect
            label="What"
            data={kinds}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as LifeDate['kind'])}
            autoFocus
          />
          {kind !== 'birthday' && (
            <TextInput
              label="In words"
              placeholder="opened the bakery"
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
              error={problemAt('label')}
              dir="auto"
            />
          )}
          <div className={inline.date}>
            <TextInput
              label="Day"
              inputMode="numeric"
              maxLength={2}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
              error={problemAt('day')}
            />
            <NativeSelect
              label="Month"
              data={monthChoices}
              value={month}
              onChange={(event) => setMonth(event.currentTarget.value)}
              error={problemAt('month')}
            />
            <TextInput
              label="Year"
              placeholder="if known"
              inputMode="numeric"
              maxLength={4}
              value={year}
              onChange={(event) => setYear(event.currentTarget.value)}
              error={problemAt('year')}
            />
          </div>
          {Number(day) === 29 && month === '2' && leapDay && (
            <p className={inline.hint}>
              In years without a 29 February it is kept on{' '}
              {leapDay === 'march-1' ? '1 March' : '28 February'}, as the settings say.
            </p>
          )}
          <TextInput
            label="Say so this many days before"
            description={
              day.trim() === '' && month !== ''
                ? `Without a day, counted from 1 ${months[Number(month) - 1]}.`
                : undefined
            }
            inputMode="numeric"
            maxLength={2}
            value={notice}
            onChange={(event) => setNotice(event.currentTarget.value)}
            error={problemAt('noticeDays')}
          />
          {kind !== 'birthday' && (
            <Checkbox
              label="Comes every year"
              checked={yearly}
              onChange={(event) => setYearly(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </InlineForm>
  );
}
