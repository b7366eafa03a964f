import { backUpBeforeImport } from '../backups/before.ts';
import { os } from '../boundary.ts';
import { addSource, changeSource, previewAddress, removeSource } from './keep-sources.ts';
import { forgetKey, keepKey, listKeys } from './keys/keep-keys.ts';
import { tryKey } from './keys/try-key.ts';
import { listRequests, listSources } from './list-sources.ts';
import { readTyped } from './listening-posts/posts.ts';
import { exportOpml, importOpml } from './opml.ts';
import { importReviews } from './review-files/import-reviews.ts';
import { lookAtFile } from './review-files/look-at-file.ts';

export const sourcesProcedures = {
  list: os.sources.list.handler(({ context }) => listSources(context)),
  preview: os.sources.preview.handler(({ input, context }) =>
    previewAddress(context, input.address, input.kind),
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
  typed: os.sources.typed.handler(({ input, context }) => readTyped(context, input.typed)),
  keys: os.sources.keys.handler(({ context }) => listKeys(context)),
  keepKey: os.sources.keepKey.handler(({ input, context }) =>
    keepKey(context, input.service, input.values),
  ),
  forgetKey: os.sources.forgetKey.handler(({ input, context }) =>
    forgetKey(context, input.service),
  ),
  tryKey: os.sources.tryKey.handler(({ input, context }) =>
    tryKey(context, input.service, input.address),
  ),
  lookAtFile: os.sources.lookAtFile.handler(({ input, context }) => lookAtFile(context, input)),
  importReviews: os.sources.importReviews.handler(async ({ input, context }) => {
    await backUpBeforeImport(context, input.content.length);
    return importReviews(context, input);
  }),
  exportOpml: os.sources.exportOpml.handler(({ context }) => exportOpml(context)),
};
