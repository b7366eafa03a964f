import { os } from '../boundary.ts';
import { lookAtAnswer } from './look.ts';
import { addOpening, binOpening, changeOpening, listOpenings } from './openings.ts';
import { getAnswering, openAnswers } from './read.ts';
import { giveAnswer, holdAnswer, keepAnswer, letAnswerSleep, sentByHand } from './write.ts';

export const answerProcedures = {
  get: os.answers.get.handler(({ input, context }) => getAnswering(context, input.mentionId)),
  look: os.answers.look.handler(({ input, context }) =>
    lookAtAnswer(context, input.mentionId, input.text),
  ),
  keep: os.answers.keep.handler(({ input, context }) => keepAnswer(context, input)),
  sleep: os.answers.sleep.handler(({ input, context }) => letAnswerSleep(context, input)),
  post: os.answers.post.handler(({ input, context }) => {
    const given = giveAnswer(context, input);
    context.poster.wake();
    return given;
  }),
  sent: os.answers.sent.handler(({ input, context }) => sentByHand(context, input)),
  hold: os.answers.hold.handler(({ input, context }) => holdAnswer(context, input.id)),
  tryAgain: os.answers.tryAgain.handler(({ input, context }) => {
    context.poster.wake(input.id);
    return {};
  }),
  open: os.answers.open.handler(({ context }) => openAnswers(context)),
  openings: os.answers.openings.handler(({ context }) => listOpenings(context.connection)),
  addOpening: os.answers.addOpening.handler(({ input, context }) => addOpening(context, input)),
  changeOpening: os.answers.changeOpening.handler(({ input, context }) =>
    changeOpening(context, input),
  ),
  binOpening: os.answers.binOpening.handler(({ input, context }) => binOpening(context, input.id)),
};
