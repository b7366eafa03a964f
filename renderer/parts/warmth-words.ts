/** What a house's windows say, in words. */
export function warmthInWords({ warmth, isToday }: { warmth: number; isToday?: boolean }): string {
  if (isToday) return 'the lamp is lit at this door today';
  if (warmth > 0.66) return 'you spoke lately';
  if (warmth > 0.33) return 'the light is fading';
  return warmth > 0.02 ? 'nearly dark' : 'dark: it has been a while';
}
