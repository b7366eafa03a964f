import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fullDay, relativeDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { useCounter } from '../../app/counter/use-counter.ts';
import { usePresentDay } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaving } from '../settings/use-saving.ts';
import { QuestionField } from './question-field.tsx';
import classes from './reflection.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The week's three questions, and the day on which they come. */
export function WeekCard() {
  const today = usePresentDay();
  const week = useQuery(api.reflection.week.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const { present } = useCounter();
  const save = useSaving();
  return (
    <Loaded query={week}>
      {({ week: monday, askedDay, nextDay, questions }) => (
        <Card
          title={
            askedDay === today ? 'Today’s three questions' : `Asked on ${fullDay(askedDay, today)}`
          }
          actions={
            <NativeSelect
              size="sm"
              aria-label="The day for the questions"
              value={settings.data?.reflectionDay ?? 1}
              onChange={(event) => save({ reflectionDay: Number(event.currentTarget.value) })}
              data={weekdays.map((day, index) => ({
                value: String(index + 1),
                label: `Every ${day}`,
              }))}
            />
          }
        >
          <div className={classes.questions}>
            {questions.map((question) => (
              <QuestionField
                key={`${present?.id} ${monday} ${question.key}`}
                writer={present?.id}
                week={monday}
                questionKey={question.key}
                text={question.text}
                answer={question.answer}
              />
            ))}
          </div>
          <p className={classes.quiet}>
            Three others come {relativeDay(nextDay, today)}. These stay in your journal when you
            write, and are gone without a word when you do not.
          </p>
        </Card>
      )}
    </Loaded>
  );
}
