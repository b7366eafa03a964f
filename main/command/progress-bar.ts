const width = 24;

/** Shows how far something is, on one line of a terminal; anywhere else it stays silent. */
export function createProgressBar(stream: NodeJS.WriteStream) {
  return {
    show(done: number, of: number, words: string): void {
      if (!stream.isTTY || of <= 0) return;
      const full = Math.round((Math.min(done, of) / of) * width);
      const bar = '█'.repeat(full) + '░'.repeat(width - full);
      const room = Math.max(0, stream.columns - width - 16);
      stream.write(`\r\x1b[K${bar} ${done} of ${of} ${words.slice(0, room)}`);
    },
    clear(): void {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}
