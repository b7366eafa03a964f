/** Markup that is safe: all that was put into it is text, or markup of this kind. */
export interface Html {
  markup: string;
}

/** A template in which every text is escaped, wherever it stands. */
export function html(pieces: TemplateStringsArray, ...values: (Html | string)[]): Html {
  return {
    markup: pieces.reduce((whole, piece, index) => {
      const value = values[index - 1];
      return whole + (value === undefined ? '' : markupOf(value)) + piece;
    }),
  };
}

/** Several pieces of markup, one after the other. */
export function joined(pieces: readonly Html[]): Html {
  return { markup: pieces.map(({ markup }) => markup).join('\n') };
}

function markupOf(value: Html | string): string {
  return typeof value === 'string' ? escaped(value) : value.markup;
}

const meant: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, between tags and in quoted attributes alike. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (character) => meant[character] ?? '');
}

const style = `
:root { color-scheme: light dark; --paper: #fbf6ec; --ink: #2b2a27; --soft: #665f53; --line: #e8decb; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b212c; --ink: #f1e9da; --soft: #b9b1a2; --line: #343d4e; } }
body { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2 { font-family: Georgia, "Noto Serif", serif; line-height: 1.2; }
h1 { margin: 0; font-size: 2rem; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.25rem; }
header { display: flex; align-items: center; gap: 1.25rem; }
img { width: 6rem; height: 6rem; border-radius: 50%; object-fit: cover; }
p { margin: 0.2rem 0 0; }
.soft, dt, footer { color: var(--soft); font-size: 0.9375rem; }
.words { white-space: pre-line; }
dl { margin: 1.75rem 0 0; }
dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: 0.45rem 0; border-top: 1px solid var(--line); }
dt { grid-row: span 20; }
dd { grid-column: 2; margin: 0; white-space: pre-line; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: 0.6rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
footer { margin-top: 3rem; }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; } body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } }
`;

/** A whole page by itself: it may load nothing and run nothing (Content Security Policy Level 3). */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>${body}</body>
</html>
`.markup;
}
