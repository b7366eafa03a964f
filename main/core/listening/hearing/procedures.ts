import { os } from '../../boundary.ts';
import { ignoreWords, keepRule, listRules, removeRule, tryIgnoring, tryRule } from './rules.ts';
import { listSearches, removeSearch, saveSearch } from './saved-searches.ts';

export const ruleProcedures = {
  list: os.rules.list.handler(({ context }) => listRules(context.connection)),
  try: os.rules.try.handler(({ input, context }) => tryRule(context.connection, input)),
  keep: os.rules.keep.handler(({ input, context }) => keepRule(context, input)),
  remove: os.rules.remove.handler(({ input, context }) => removeRule(context, input.id)),
  ignore: os.rules.ignore.handler(({ input, context }) => ignoreWords(context, input)),
  tryIgnoring: os.rules.tryIgnoring.handler(({ input, context }) =>
    tryIgnoring(context.connection, input.terms),
  ),
};

export const savedSearchProcedures = {
  list: os.savedSearches.list.handler(({ context }) => listSearches(context.connection)),
  save: os.savedSearches.save.handler(({ input, context }) => saveSearch(context, input)),
  remove: os.savedSearches.remove.handler(({ input, context }) => removeSearch(context, input.id)),
};
