import { os } from '../boundary.ts';
import { linkMention, makeCustomer, unlinkMention } from './link-mentions.ts';
import { markMentions, snoozeMentions, starMentions } from './mark-mentions.ts';
import { getMention, listMentions } from './mentions.ts';

export const mentionsProcedures = {
  list: os.mentions.list.handler(({ input, context }) => listMentions(context, input)),
  get: os.mentions.get.handler(({ input, context }) => getMention(context.connection, input.id)),
  mark: os.mentions.mark.handler(({ input, context }) =>
    markMentions(context, input.ids, input.state),
  ),
  star: os.mentions.star.handler(({ input, context }) =>
    starMentions(context, input.ids, input.starred),
  ),
  snooze: os.mentions.snooze.handler(({ input, context }) =>
    snoozeMentions(context, input.ids, input.until),
  ),
  link: os.mentions.link.handler(({ input, context }) => linkMention(context, input)),
  unlink: os.mentions.unlink.handler(({ input, context }) => unlinkMention(context, input)),
  makeCustomer: os.mentions.makeCustomer.handler(({ input, context }) =>
    makeCustomer(context, input.id),
  ),
};
