import { spawn } from 'node:child_process';

/** `npm start` as a person types it, with the system's own Node first on the path. */
const path = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .join(':');
const npm = spawn('npm', ['start', '--silent', '--', ...process.argv.slice(2)], {
  env: { ...process.env, PATH: path },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
// A terminal sends its Ctrl+C to everybody who was started in it.
process.on('SIGINT', () => process.kill(-(npm.pid ?? 0), 'SIGINT'));
process.on('SIGTERM', () => npm.kill('SIGTERM'));
npm.on('close', (code) => process.exit(code ?? 1));
