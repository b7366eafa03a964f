/** Whether this machine has somewhere to show a browser: a display, or a system that brings one. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  environment: Record<string, string | undefined> = process.env,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY || environment.WSL_DISTRO_NAME);
}
