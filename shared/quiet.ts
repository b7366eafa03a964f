/** Hours of a day in which nobody wants to be told anything; over midnight when they end earlier. */
export interface QuietHours {
  quietHours: boolean;
  /** Local times, `HH:MM`. The end does not belong to them. */
  quietFrom: string;
  quietUntil: string;
}

/** Whether a local time `HH:MM` lies in the quiet hours. */
export function isQuiet(time: string, { quietHours, quietFrom, quietUntil }: QuietHours): boolean {
  if (!quietHours || quietFrom === quietUntil) return false;
  const begun = time >= quietFrom;
  return quietFrom > quietUntil ? begun || time < quietUntil : begun && time < quietUntil;
}
