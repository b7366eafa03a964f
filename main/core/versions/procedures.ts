import { os } from '../boundary.ts';

export const versionsProcedures = {
  state: os.versions.state.handler(({ context }) => context.versions.state()),
  look: os.versions.look.handler(({ context }) => context.versions.ask('look')),
  fetch: os.versions.fetch.handler(({ context }) => context.versions.ask('fetch')),
  install: os.versions.install.handler(({ context }) => context.versions.ask('install')),
};
