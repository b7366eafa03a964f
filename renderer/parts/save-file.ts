/** Hands a text, or a file that was put together, over to be kept as a file, where the person's browser or window keeps such. */
export function saveFile(fileName: string, content: string | Blob, type = 'text/plain'): void {
  const whole =
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(whole);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
