import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** The platform's plain menu, with its own shortcuts; the tools for developers only in a clone. */
export function setUpMenu(): void {
  const onMac = process.platform === 'darwin';
  const tools: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(onMac ? [{ role: 'appMenu' } as const] : []),
      { label: '&File', submenu: [onMac ? { role: 'close' } : { role: 'quit' }] },
      { role: 'editMenu' },
      {
        label: '&View',
        submenu: [
          { role: 'reload' },
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...tools,
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
