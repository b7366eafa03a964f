/** The colours of renderer/app/theme.css, which is not to be had outside the window. */
const look = `
:root { color-scheme: light dark; --paper: #fbf6ec; --ink: #2b2a27; --soft: #665f53; --step: #2f5d50; --wall: #e8decb; --door: #2b2a27; --glow: #e9a13b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b212c; --ink: #f1e9da; --soft: #b9b1a2; --step: #8fc3ae; --wall: #343d4e; --door: #10151d; --glow: #f5b95a; }
}
body { margin: 0; min-height: 100vh; display: grid; place-content: center; justify-items: center; padding: 2rem; box-sizing: border-box; text-align: center; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Inter, system-ui, sans-serif; }
h1 { margin: 1.5rem auto 0.5rem; max-width: 24ch; font: 600 2rem/1.2 Fraunces, Georgia, serif; text-wrap: balance; }
p { margin: 0 auto; max-width: 46ch; color: var(--soft); text-wrap: pretty; }
a { color: var(--step); }
`;

/** A house at night with its porch lit, whose door stays shut. */
const drawing = `<svg width="140" height="110" viewBox="0 0 140 110" aria-hidden="true">
<path d="M34 46h72v58H34z" fill="var(--wall)"/><path d="M24 50 70 14l46 36z" fill="var(--step)"/>
<path d="M60 68h20v36H60z" fill="var(--door)"/><circle cx="76" cy="87" r="1.8" fill="var(--glow)"/>
<circle cx="94" cy="72" r="17" fill="var(--glow)" opacity=".3"/><circle cx="94" cy="72" r="5" fill="var(--glow)"/>
<path d="M16 104h108" stroke="var(--soft)" stroke-width="2" stroke-linecap="round"/>
</svg>`;

/** The few pages that are shown outside the window: no script, and nothing to load. */
function plainPage(title: string, body: string, head = ''): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Without an icon named here, browsers ask for /favicon.ico, and complain that there is none.
    `<title>${title}</title><link rel="icon" href="data:,"><style>${look}</style>${head}</head>`,
    `<body><main>${drawing}<h1>${title}</h1>${body}</main></body></html>`,
    '',
  ].join('\n');
}

const back = '<p><a href="/">Back to Porchlight</a></p>';

/** Leads on to an address at once; with a link, should the browser not follow by itself. */
export function leadOn(address: string): string {
  return plainPage(
    'Porchlight',
    `<p><a href="${address}">Come in</a></p>`,
    `<meta http-equiv="refresh" content="0; url=${address}">`,
  );
}

export const wayIn = plainPage(
  'Porchlight is at home, and keeps its door shut',
  '<p>Each address that Porchlight prints opens it once. Start Porchlight again, and it gives you a new one.</p>',
);

export const notHere = plainPage('There is nothing at this address', back);

export const turnedAway = plainPage(
  'This door is not for you',
  '<p>Porchlight only answers its own page on this machine.</p>',
);

export const stumbled = plainPage(
  'Porchlight stumbled over this page',
  `<p>Nothing that was saved is lost. Please try once more.</p>${back}`,
);
