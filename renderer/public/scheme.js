// Runs before the first paint, so that a chosen evening never begins with a flash of day.
// A file of its own because the page's policy allows no inline script.
(() => {
  let chosen = null;
  try {
    chosen = window.localStorage.getItem('porchlight:appearance');
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = chosen === 'dark' || (chosen !== 'light' && systemIsDark);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
