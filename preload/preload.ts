import { ipcRenderer } from 'electron';

/**
 * The bridge, nothing else: when the page says that it is listening, the main process is told,
 * and every port to the core that comes back is handed to the page, as is what the shell tells it
 * (shared/from-shell.ts).
 */
const isOurPage = location.protocol === 'porchlight-window:';

window.addEventListener('message', (event) => {
  if (isOurPage && event.source === window && event.data === 'porchlight:ready') {
    ipcRenderer.send('porchlight:ready');
  }
});

ipcRenderer.on('porchlight:port', (event) => {
  const [port] = event.ports;
  if (isOurPage && port) window.postMessage('porchlight:port', location.origin, [port]);
});

ipcRenderer.on('porchlight:shell', (_event, told: unknown) => {
  if (isOurPage) window.postMessage({ kind: 'porchlight:shell', told }, location.origin);
});
