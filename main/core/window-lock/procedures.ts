import { os } from '../boundary.ts';

export const lockProcedures = {
  state: os.lock.state.handler(({ context: { lock, notices } }) => ({
    isSet: lock.isSet(),
    isLocked: lock.isLocked(),
    isWaiting: notices.areWaiting(),
    idleMinutes: lock.idleMinutes(),
    file: lock.file,
  })),
  open: os.lock.open.handler(({ input, context }) => context.lock.open(input.passphrase)),
  now: os.lock.now.handler(({ context }) => context.lock.lock()),
  choose: os.lock.choose.handler(({ input, context }) =>
    context.lock.choose(input.passphrase, input.current),
  ),
  remove: os.lock.remove.handler(({ input, context }) => context.lock.remove(input.current)),
  idle: os.lock.idle.handler(({ input, context }) => context.lock.idleAfter(input.minutes)),
  stir: os.lock.stir.handler(({ context }) => context.lock.stir()),
};
