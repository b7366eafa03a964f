import { cleanHtml, plainText } from '../clean-html.ts';
import type { Heard, Visited } from './source-kind.ts';

/** The same outcome with every item changed; what is not fresh stays as it is. */
export function retold(visited: Visited, change: (heard: Heard) => Heard): Visited {
  return visited.outcome === 'fresh' ? { ...visited, heard: visited.heard.map(change) } : visited;
}

/** The item with another body, which was cut out of its clean one and is made whole again. */
export function withBody(heard: Heard, html: string): Heard {
  if (html === heard.html) return heard;
  const whole = cleanHtml(html, null);
  return { ...heard, html: whole, text: plainText(whole) };
}
