/** `YYYY-MM-DD` some days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Choice {
  label: string;
  day: string;
}

/** Sensible days to put something off to. */
export function snoozeChoices(today: string): Choice[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = ((8 - weekday) % 7 || 7) as number;
  const choices = [
    { label: 'Tomorrow', day: dayAfter(today, 1) },
    { label: 'In three days', day: dayAfter(today, 3) },
    { label: 'Next Monday', day: dayAfter(today, toMonday) },
    { label: 'In two weeks', day: dayAfter(today, 14) },
    { label: 'In a month', day: dayAfter(today, 30) },
  ];
  return choices.filter(
    (choice, index) => choices.findIndex(({ day }) => day === choice.day) === index,
  );
}
