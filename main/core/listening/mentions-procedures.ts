import { os } from '../boundary.ts';
import { joinMentions, partMention } from './hearing/conversations.ts';
import { exportVoice } from './hearing/export-voice.ts';
import { fetchPictures } from './hearing/pictures.ts';
import { getMention } from './hearing/voice.ts';
import { linkMention, makeCustomer, unlinkMention } from './link-mentions.ts';
import { markMentions, sayTone, snoozeMentions, starMentions } from './mark-mentions.ts';
import { listMentions } from './mentions.ts';

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
  tone: os.mentions.tone.handler(({ input, context }) => sayTone(context, input.ids, input.tone)),
  join: os.mentions.join.handler(({ input, context }) => joinMentions(context, input.ids)),
  part: os.mentions.part.handler(({ input, context }) => partMention(context, input.id)),
  export: os.mentions.export.handler(({ input, context }) => exportVoice(context, input.id)),
  pictures: os.mentions.pictures.handler(({ input, context }) => fetchPictures(context, input)),
  link: os.mentions.link.handler(({ input, context }) => linkMention(context, input)),
  unlink: os.mentions.unlink.handler(({ input, context }) => unlinkMention(context, input)),
  makeCustomer: os.mentions.makeCustomer.handler(({ input, context }) =>
    makeCustomer(context, input.id),
  ),
};
