import { release } from 'node:os';

/** The machine and what the program runs on, for a report: "linux x64 6.1, Node 24.21.0". */
export function machineWords(): string {
  const { node, electron } = process.versions;
  const on = `${process.platform} ${process.arch} ${release()}`;
  return [on, electron && `Electron ${electron}`, `Node ${node}`].filter(Boolean).join(', ');
}
