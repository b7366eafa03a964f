import type { VersionState } from '../../shared/contract/contract.ts';
import type { Habits, Notice, Standing, VersionStep } from '../core/host.ts';
import type { MachineState } from '../core/machine-state.ts';

/** What the core asks of the machine through the main process, by the name of the call. */
export interface HostCalls {
  /** Answers whether it could be shown; what is chosen on it follows with its number. */
  notify(notice: Notice & { number: number }): boolean;
  showStanding(standing: Standing): void;
  takeShortcut(keys: string): boolean;
  takeHabits(habits: Habits): void;
  spellingLanguages(): string[];
  newVersion(step: VersionStep): void;
  openLink(address: string): boolean;
  readSecret(name: string): string | undefined;
  keepSecret(name: string, secret: string): void;
  forgetSecret(name: string): void;
}

export type HostCall = {
  [Name in keyof HostCalls]: { name: Name; given: Parameters<HostCalls[Name]> };
}[keyof HostCalls];

/** From the core's process to the main process. */
export type FromCore =
  | { kind: 'ready' }
  /** The house cannot be opened, for a reason that was to be expected. */
  | { kind: 'refused'; sentence: string; address?: string }
  | { kind: 'host'; id: number; call: HostCall };

/** From the main process to the core's process; a port comes along with `port`. */
export type ToCore =
  | { kind: 'port' }
  | { kind: 'answer'; id: number; value?: unknown; problem?: string }
  /** An action was chosen on a notice. */
  | { kind: 'chosen'; number: number; action: string }
  /** No reminders until tomorrow, or again. */
  | { kind: 'pause'; on: boolean }
  /** The machine sleeps or wakes, its network goes or comes. */
  | { kind: 'machine'; state: MachineState }
  /** It stands otherwise with a newer version. */
  | { kind: 'version'; state: VersionState }
  | { kind: 'close' };
