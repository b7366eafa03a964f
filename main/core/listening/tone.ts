import type { Tone } from '../../../shared/contract/contract.ts';

/** Words with which people complain or praise, in the languages that shops hear most. */
const complaints =
  /\b(disappoint\w*|refund|never again|rude|terrible|awful|worst|horrible|broken|unacceptable|complain\w*|rip.?off|overcharged|waste of (?:time|money)|enttäusch\w*|nie wieder|unfreundlich|schrecklich|beschwer\w*|déçue?s?|jamais plus|plus jamais|remboursement|décevant\w*|deluso|delusa|pessim\w|mai più|rimborso|decepcion\w*|pésim\w|nunca más|reembolso)(?![\p{L}])/iu;
const praises =
  /\b(thank you|thanks|wonderful|excellent|fantastic|amazing|love (?:this|it|them|you|your)|highly recommend\w*|best (?:shop|place|service)|perfect|danke|wunderbar|großartig|empfehlenswert|merci|formidable|magnifique|je recommande|grazie|meraviglios\w|ottim\w|consiglio|gracias|maravillos\w|excelente|recomiendo)(?![\p{L}])/iu;

/**
 * How something was meant, as far as can be told without guessing much: by its rating first, then
 * by plain words, then by a question mark. A person can always say otherwise.
 */
export function toneOf(title: string, text: string, ratingShare: number | null): Tone {
  if (ratingShare !== null && ratingShare <= 0.4) return 'complaint';
  const words = `${title}\n${text}`.slice(0, 4000);
  if (ratingShare === null && complaints.test(words)) return 'complaint';
  if (ratingShare !== null && ratingShare >= 0.8) return 'praise';
  if (/[?？؟]/.test(words.replace(/https?:\/\/\S+/g, ''))) return 'question';
  return praises.test(words) ? 'praise' : 'plain';
}

/** A rating as a share from 0 to 1 of its scale; null where the scale has no width. */
export function shareOf(rating: { value: number; worst: number; best: number }): number | null {
  const width = rating.best - rating.worst;
  if (!(width > 0) || !Number.isFinite(rating.value)) return null;
  return Math.min(1, Math.max(0, (rating.value - rating.worst) / width));
}
