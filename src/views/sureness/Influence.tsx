// Which assumption moves the result most: a tornado, or the table of a global method.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { Choice } from './Choice.tsx';
import { influenceDesk } from './desks.ts';
import { GlobalTable } from './GlobalTable.tsx';
import { type InfluenceQuestion, type Method, runsOfInfluence } from './influence.ts';
import { RunBar } from './RunBar.tsx';
import { TornadoChart } from './TornadoChart.tsx';

const METRICS = [
  { value: 'collateral', label: 'everybody else hit' },
  { value: 'targetBlocked', label: 'target stopped' },
];

const METHODS = [
  { value: 'tornado', label: 'one at a time (tornado)' },
  { value: 'morris', label: 'all over the ranges (Morris)' },
  { value: 'sobol', label: 'shares of the variance (Sobol)' },
];

const usual: InfluenceQuestion = { method: 'tornado', metric: 'collateral', against: '', size: 1 };

export function Influence({ run }: { run: Run }) {
  const { answer } = influenceDesk.use();
  const [asked, setAsked] = useState(answer?.question ?? usual);
  const { stacks, stack } = run.scenario;
  const others = stacks.filter(({ id }) => id !== stack);
  const isRival = asked.method === 'tornado' && others.some(({ id }) => id === asked.against);
  const question = { ...asked, against: isRival ? asked.against : '' };
  const change = (part: Partial<InfluenceQuestion>) => setAsked({ ...question, ...part, size: 1 });
  const more = () => {
    const twice = { ...question, size: 2 * question.size };
    setAsked(twice);
    influenceDesk.ask(twice);
  };
  return (
    <>
      <div className="sure-choices">
        <Choice
          label="Result"
          value={question.metric}
          options={METRICS}
          onChange={(metric) => change({ metric })}
        />
        <Choice
          label="Method"
          value={question.method}
          options={METHODS}
          onChange={(method) => change({ method: method as Method })}
        />
        {question.method === 'tornado' && others.length > 0 && (
          <Choice
            label="And where does it turn against"
            value={question.against}
            options={[
              { value: '', label: 'no other strategy' },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(against) => change({ against })}
          />
        )}
      </div>
      <RunBar
        desk={influenceDesk}
        question={question}
        runs={runsOfInfluence(run.scenario, question)}
        onMore={more}
      />
      {answer?.result.tornado && <TornadoChart answer={answer} tornado={answer.result.tornado} />}
      {answer && !answer.result.tornado && <GlobalTable answer={answer} />}
    </>
  );
}
