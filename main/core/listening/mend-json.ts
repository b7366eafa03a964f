/** Whether a text is JSON from its beginning, also inside a call (JSONP). */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:[\w$.]{1,60}\s*\(\s*)?\{/.test(text);
}

/**
 * The same JSON as strict readers want it: out of a call, without commas before the end of a list,
 * with its line breaks in strings escaped; one that breaks off ends with its last whole element.
 * What is well-formed comes back as it is.
 */
export function mendJson(text: string): string {
  if (isJson(text)) return text;
  const start = text.indexOf('{');
  const out: string[] = [];
  const open: string[] = [];
  let whole: { parts: number; open: string[] } | null = null;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfString(text, at);
      if (end < 0) break;
      out.push(escapeControls(text.slice(at, end + 1)));
      at = end;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      out.push(character);
    } else if (character === '}' || character === ']') {
      if (open.pop() !== character) break;
      dropComma(out);
      out.push(character);
      if (open.length === 0) return out.join('');
      if (character === '}' && open.at(-1) === ']') whole = { parts: out.length, open: [...open] };
    } else {
      const end = nextSign(text, at);
      out.push(text.slice(at, end));
      at = end - 1;
    }
  }
  return whole ? out.slice(0, whole.parts).join('') + whole.open.reverse().join('') : text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where the string ends that begins here; -1 where it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charAt(before) === '\\') before--;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
}

function escapeControls(string: string): string {
  return string.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u001f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function nextSign(text: string, from: number): number {
  const signs = /["{}[\]]/g;
  signs.lastIndex = from;
  return signs.exec(text)?.index ?? text.length;
}

/** Takes out the comma that stands last, where nothing follows it. */
function dropComma(out: string[]): void {
  const last = out.at(-1);
  if (last !== undefined && /,\s*$/.test(last)) out[out.length - 1] = last.replace(/,\s*$/, '');
}
