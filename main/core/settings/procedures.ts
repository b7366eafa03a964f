import { os } from '../boundary.ts';
import { readSettings, saveSettings } from './settings.ts';

export const settingsProcedures = {
  shortcut: os.settings.shortcut.handler(({ context }) => ({ state: context.desk.shortcut() })),
  spellingLanguages: os.settings.spellingLanguages.handler(async ({ context }) => ({
    languages: (await context.host.spellingLanguages?.()) ?? [],
  })),
  get: os.settings.get.handler(({ context }) => readSettings(context.connection)),
  save: os.settings.save.handler(({ input, context }) => saveSettings(context.journal, input)),
};
