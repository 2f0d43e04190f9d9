import { spawn } from 'node:child_process';

/** For somebody who sits before a screen; a missing opener is no fault. */
export function openBrowser(url: string): void {
  const { platform, env } = process;
  const hasScreen = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  const opener =
    platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : hasScreen ? 'xdg-open' : undefined;
  if (opener === undefined) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
