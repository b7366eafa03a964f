import { os } from '../boundary.ts';
import {
  addSource,
  changeSource,
  listRequests,
  listSources,
  previewAddress,
  removeSource,
} from './keep-sources.ts';
import { exportOpml, importOpml } from './opml.ts';

export const sourcesProcedures = {
  list: os.sources.list.handler(({ context }) => listSources(context)),
  preview: os.sources.preview.handler(({ input, context }) =>
    previewAddress(context, input.address),
  ),
  add: os.sources.add.handler(({ input, context }) => addSource(context, input)),
  change: os.sources.change.handler(({ input, context }) => changeSource(context, input)),
  remove: os.sources.remove.handler(({ input, context }) => removeSource(context, input.id)),
  gather: os.sources.gather.handler(({ input, context }) => context.gatherer.gather(input)),
  cancel: os.sources.cancel.handler(({ context }) => context.gatherer.cancel()),
  requests: os.sources.requests.handler(({ input, context }) =>
    listRequests(context.connection, input.id),
  ),
  importOpml: os.sources.importOpml.handler(({ input, context }) =>
    importOpml(context, input.content),
  ),
  exportOpml: os.sources.exportOpml.handler(({ context }) => exportOpml(context)),
};
