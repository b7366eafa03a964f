/** npm hands on the Ctrl+C that the terminal has sent already; both together are one request. */
const sameRequestMilliseconds = 1500;

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
  });
}
