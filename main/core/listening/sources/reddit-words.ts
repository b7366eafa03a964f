import { plainText } from '../clean-html.ts';
import { withBody } from './retold.ts';
import type { Heard } from './source-kind.ts';

/** What Reddit writes below every post, as plain text. */
const tail =
  /^submitted by\s+(\/u\/)?[\w-]+\s*(to\s+(r\/)?[\w-]+)?\s*(\[link\])?\s*\[(\d+ )?comments?\]$/;

/**
 * A post or comment of Reddit with nothing but its author's words: without the line "submitted by
 * /u/… [link] [comments]", which is no word of theirs and whose number changes, and without their
 * name in front of a comment's title.
 */
export function redditWords(heard: Heard): Heard {
  const title = heard.title.replace(/^\/u\/[\w-]+ on /, '');
  const at = heard.html.lastIndexOf('submitted by');
  const below = at < 0 ? '' : plainText(heard.html.slice(at)).replace(/\s+/g, ' ').trim();
  if (!tail.test(below)) return { ...heard, title };
  return { ...withBody(heard, heard.html.slice(0, at)), title };
}
