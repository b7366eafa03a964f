/** The hour's greeting, by the local hour in a zone. */
export function greeting(instant: number, zone: string): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
      instant,
    ),
  );
  if (hour < 5) return 'still up';
  if (hour < 12) return 'good morning';
  if (hour < 18) return 'good afternoon';
  return 'good evening';
}
