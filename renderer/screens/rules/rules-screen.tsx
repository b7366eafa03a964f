import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Rule } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { IgnoredWords } from './ignored-words.tsx';
import { RuleEditor } from './rule-editor.tsx';
import classes from './rules.module.css';

/** What shall happen by itself with what is said: in sentences, tried before they are kept. */
export default function RulesScreen() {
  const rules = useQuery(api.rules.list.queryOptions());
  return (
    <Screen
      title="Rules"
      lead="What Porchlight may do by itself with what people say. Each can be taken back."
      actions={
        <Button component={Link} href="/listening" variant="default">
          Back to the voices
        </Button>
      }
    >
      <Loaded query={rules}>
        {({ rules: kept, ignored }) => (
          <div className={classes.cards}>
            <Card title="A new rule">
              <RuleEditor />
            </Card>
            {kept.length > 0 && <KeptRules rules={kept} />}
            <Card title="Words to ignore">
              <IgnoredWords key={ignored.join('\n')} ignored={ignored} />
            </Card>
          </div>
        )}
      </Loaded>
    </Screen>
  );
}

function KeptRules({ rules }: { rules: readonly Rule[] }) {
  const { done, failed } = useDoing();
  const [changing, setChanging] = useState<string | null>(null);
  const forget = (id: string) =>
    client.rules.remove({ id }).then(({ step }) => done('The rule is forgotten', step), failed);
  return (
    <Card title="Your rules">
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <li key={rule.id}>
            {changing === rule.id ? (
              <RuleEditor rule={rule} onDone={() => setChanging(null)} />
            ) : (
              <div className={classes.rule}>
                <p dir="auto">{rule.words}</p>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`Change: ${rule.words}`}
                  onClick={() => setChanging(rule.id)}
                >
                  Change
                </Button>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`Forget: ${rule.words}`}
                  onClick={() => void forget(rule.id)}
                >
                  Forget
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
