import type { Settings } from '../../../shared/contract/contract.ts';
import { settingsShape } from '../../../shared/contract/house.ts';
import { all, type Connection } from '../database/connection.ts';
import type { Journal } from '../journal/journal.ts';
import { defaultSettings } from './defaults.ts';

/** The settings as they stand; what is absent or unreadable has its default. */
export function readSettings(connection: Connection): Settings {
  const known: Record<string, unknown> = { ...defaultSettings };
  for (const row of rows(connection)) {
    const value = readable(row);
    if (value !== undefined) known[row.id] = value;
  }
  return known as unknown as Settings;
}

/** The settings that are known by name and cannot be read, as they stand there. */
export function unreadableSettings(connection: Connection): SettingRow[] {
  return rows(connection).filter((row) => isName(row.id) && readable(row) === undefined);
}

interface SettingRow {
  id: string;
  value: string;
}

function rows(connection: Connection): SettingRow[] {
  return all<SettingRow>(connection, 'SELECT id, value FROM setting');
}

function isName(id: string): id is keyof Settings {
  return Object.hasOwn(settingsShape.shape, id);
}

function readable({ id, value }: SettingRow): unknown {
  if (!isName(id)) return undefined;
  try {
    return settingsShape.shape[id].safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

/** Saves what is given, as one step of the journal. */
export function saveSettings(journal: Journal, changes: Partial<Settings>): { step: string } {
  const { step } = journal.step('Changed the settings', (write) => {
    for (const [id, value] of Object.entries(changes)) {
      if (value !== undefined) write.put('setting', { id, value: JSON.stringify(value) });
    }
  });
  return { step };
}
