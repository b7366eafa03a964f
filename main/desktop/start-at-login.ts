import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';

/** With it the program begins beside the machine's clock, without a window. */
const quietly = '--hidden';

/** Has the program start with the machine, or not any more. Never a clone, which may be gone soon. */
export function setStartAtLogin(on: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform === 'linux') setAutostart(on);
  else if (app.getLoginItemSettings({ args: [quietly] }).openAtLogin !== on) {
    app.setLoginItemSettings({ openAtLogin: on, args: [quietly] });
  }
}

/** Whether the machine has started the program by itself (macOS, which hands on no arguments). */
export function isStartedByMachine(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Linux: a file in the autostart folder (Desktop Application Autostart Specification 0.5). */
function setAutostart(on: boolean): void {
  const { XDG_CONFIG_HOME: configured, APPIMAGE: image } = process.env;
  const settings = configured && isAbsolute(configured) ? configured : join(homedir(), '.config');
  const path = join(settings, 'autostart', 'porchlight.desktop');
  if (!on) {
    rmSync(path, { force: true });
    return;
  }
  const wanted = autostartEntry(image ?? process.execPath);
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}

/** The entry that starts a program (Desktop Entry Specification 1.5, "The Exec key"). */
function autostartEntry(program: string): string {
  const quoted = program.replaceAll(/[\\"`$]/g, '\\$&').replaceAll('%', '%%');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Porchlight',
    // Within the quotes a backslash is written twice more: once for the key, once for the value.
    `Exec="${quoted.replaceAll('\\', '\\\\')}" ${quietly}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}
