import type { client } from '../../app/client.ts';

/** All that is needed to answer a voice, as the core gives it. */
export type AnsweringData = Awaited<ReturnType<typeof client.answers.get>>;
