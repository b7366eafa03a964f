import { os } from '../boundary.ts';
import { readSettings, saveSettings } from './settings.ts';

export const settingsProcedures = {
  get: os.settings.get.handler(({ context }) => readSettings(context.connection)),
  save: os.settings.save.handler(({ input, context }) => saveSettings(context.journal, input)),
};
