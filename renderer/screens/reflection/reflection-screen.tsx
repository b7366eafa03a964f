import { useQuery } from '@tanstack/react-query';
import { fullDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { HonestNumbers } from './honest-numbers.tsx';
import { QuestionField } from './question-field.tsx';
import classes from './reflection.module.css';

/** The week's three questions, for oneself alone, and what was really done. */
export default function ReflectionScreen() {
  const today = usePresentDay();
  const week = useQuery(api.reflection.week.queryOptions());
  const journal = useQuery(api.reflection.journal.queryOptions());
  const earlier = (journal.data ?? []).filter((entry) => entry.week !== week.data?.week);
  return (
    <Screen
      title="Reflection"
      lead="Three questions a week, for you alone. Skip them whenever you like."
    >
      <Loaded query={week}>
        {({ week: monday, questions, numbers }) => (
          <div className={classes.questions}>
            <Card title={`The week of ${fullDay(monday, today)}`}>
              <div className={classes.questions}>
                {questions.map((question) => (
                  <QuestionField
                    key={question.key}
                    week={monday}
                    questionKey={question.key}
                    text={question.text}
                    answer={question.answer}
                  />
                ))}
              </div>
            </Card>
            <Card title="What was really done">
              <HonestNumbers numbers={numbers} />
            </Card>
            {earlier.length > 0 && (
              <Card title="Earlier weeks">
                {earlier.map((entry) => (
                  <div key={`${entry.week} ${entry.key}`} className={classes.earlier}>
                    <h3>
                      {entry.text} <small>{fullDay(entry.week, today)}</small>
                    </h3>
                    <p dir="auto">{entry.answer}</p>
                  </div>
                ))}
              </Card>
            )}
          </div>
        )}
      </Loaded>
    </Screen>
  );
}
