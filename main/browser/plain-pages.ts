/** The few pages that are shown outside the window: no script, no style, nothing to load. */
function plainPage(title: string, body: string, head = ''): string {
  return [
    '<!doctype html>',
    // Without an icon named here, browsers ask for /favicon.ico, and complain that there is none.
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head>`,
    `<body><h1>${title}</h1>${body}</body></html>`,
    '',
  ].join('\n');
}

/**
 * Leads on to the window once the cookie is set. A redirection would still count as coming from
 * whatever opened the address, and a strict cookie is not sent along then; this page's own step is.
 */
export const welcomeIn = plainPage(
  'Porchlight',
  '<p><a href="/">Come in</a></p>',
  '<meta http-equiv="refresh" content="0; url=/">',
);

export const wayIn = plainPage(
  'Porchlight is at home, and keeps its door shut',
  '<p>Each address that Porchlight prints opens it once. Start Porchlight again, and it gives you a new one.</p>',
);

export const notHere = plainPage(
  'There is nothing at this address',
  '<p><a href="/">Back to Porchlight</a></p>',
);

export const turnedAway = plainPage(
  'Porchlight',
  '<p>Porchlight only answers its own page on this machine.</p>',
);
