/** npm hands on the Ctrl+C that the terminal has sent already; both together are one request. */
const sameRequestMilliseconds = 1500;

/** How often a start through npm looks whether npm is still there, in milliseconds. */
const lookForParent = 500;

/**
 * Waits until the person or the system asks the program to end (Ctrl+C, a closed terminal, a
 * shutdown). Asked again later, it ends at once, for whoever does not want to wait.
 */
export function untilInterrupted(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAskedAt: number | undefined;
    const end = (signal: NodeJS.Signals) => {
      firstAskedAt ??= performance.now();
      if (performance.now() - firstAskedAt > sameRequestMilliseconds) process.exit(1);
      resolve(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    if (process.env.npm_lifecycle_event) whenParentEnds(() => end('SIGTERM'));
  });
}

/** npm starts us through a shell, and ending npm ends only that shell: its end is meant for us. */
function whenParentEnds(ended: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ended();
  }, lookForParent);
  timer.unref();
}
