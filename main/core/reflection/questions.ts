/** A question to oneself; its key never changes, so that old answers keep their question. */
export interface WeekQuestion {
  key: string;
  text: string;
}

/** Three threads of fourteen questions; each week takes one of each. */
const threads: readonly (readonly [name: string, questions: readonly string[]])[] = [
  [
    'heard',
    [
      'What did somebody say this week that you are still thinking about?',
      'Which complaint was kinder than it sounded?',
      'What did you hear twice, from two different people?',
      'Who told you something that they did not have to tell you?',
      'What did a customer ask for that you do not have?',
      'When did you answer before they had finished speaking?',
      'What did somebody praise that you had not noticed yourself?',
      'Whom did you hear from for the first time?',
      'What was said about you where you were not in the room?',
      'Which question do people ask you so often that you no longer hear it?',
      'What did somebody leave unsaid?',
      'What made a customer laugh this week?',
      'What would your quietest customer tell you, if you asked?',
      'Which piece of news in somebody’s life would you have missed a year ago?',
    ],
  ],
  [
    'turned',
    [
      'Whom were you glad to see come through the door?',
      'Which conversation turned out differently from what you expected?',
      'Who has been good to you lately, and do they know it?',
      'Whom have you been putting off, and what stands in the way?',
      'Which promise was hard to keep, and which was easy?',
      'To whom would you like to have given five more minutes?',
      'Who sends other people to you, and when did you last thank them?',
      'With whom do you only ever speak about business?',
      'Whose name did you forget, and how could you remember it?',
      'Who stopped coming, and what do you think happened?',
      'What did you do for somebody this week that nobody had to ask for?',
      'Which message would have been better as a call, or a call as a visit?',
      'Who is going through something hard just now?',
      'If you could only speak with one customer next week, who would it be?',
    ],
  ],
  [
    'changed',
    [
      'What did you change because somebody told you something?',
      'Who should be told that their word made a difference?',
      'What do you keep as it is, although people ask, and why?',
      'What would you do differently if this week came again?',
      'What was easier this week than it used to be?',
      'What small thing could you put right before Friday?',
      'Where did you say “that is how we do it”, and is it still true?',
      'What did a mistake teach you this week?',
      'What could you stop doing, and would anybody miss it?',
      'Which kindness could become a habit of the house?',
      'What would a newcomer find puzzling about your shop?',
      'What have you promised yourself and not yet begun?',
      'What went well because you left it alone?',
      'What do you want to be known for a year from now?',
    ],
  ],
];

/** Every question there is. */
export const allQuestions: readonly WeekQuestion[] = threads.flatMap(([name, texts]) =>
  texts.map((text, index) => ({ key: keyOf(name, index), text })),
);

/**
 * The three questions of a week, given by how many weeks it is from the first Monday of 1970: one
 * of each thread, each thread from another place, and the same ones again after fourteen weeks.
 */
export function questionsOfWeek(week: number): WeekQuestion[] {
  return threads.flatMap(([name, texts], thread) => {
    const index = (((week + thread * 5) % texts.length) + texts.length) % texts.length;
    const text = texts[index];
    return text === undefined ? [] : [{ key: keyOf(name, index), text }];
  });
}

function keyOf(thread: string, index: number): string {
  return `${thread}-${String(index + 1).padStart(2, '0')}`;
}
