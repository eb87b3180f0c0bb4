// At which value one strategy harms as much as another.
import { useMemo, useState } from 'react';
import { planRun, type Run } from '../../model/index.ts';
import { breakEvenSentence, usualPair } from './breakEven.ts';
import { Choice } from './Choice.tsx';
import { evenDesk } from './desks.ts';
import { RunBar } from './RunBar.tsx';
import { runsOfEven } from './stacks.ts';

export function BreakEven({ run }: { run: Run }) {
  const { stacks } = run.scenario;
  const { answer } = evenDesk.use();
  const [asked, setAsked] = useState(answer?.question);
  const isStack = (wanted: string | undefined) => stacks.some(({ id }) => id === wanted);
  const pair =
    asked && isStack(asked.stack) && isStack(asked.reference) ? asked : usualPair(run.scenario);
  const question = { ...pair, size: asked?.size ?? 1 };
  // Of the world that was asked about, which may have been changed since.
  const sentence = useMemo(
    () => answer && breakEvenSentence(planRun(answer.scenario).world, answer),
    [answer],
  );
  const options = stacks.map(({ id, title }) => ({ value: id, label: title }));
  const more = () => {
    const twice = { ...question, size: 2 * question.size };
    setAsked(twice);
    evenDesk.ask(twice);
  };
  return (
    <section className="sure-part" aria-label="Where they harm alike">
      <h3>Where do two of them harm alike?</h3>
      <div className="sure-choices">
        <Choice
          label="Set this one"
          value={question.stack}
          options={options}
          onChange={(stack) => setAsked({ ...question, stack, size: 1 })}
        />
        <Choice
          label="so that it harms as much as"
          value={question.reference}
          options={options}
          onChange={(reference) => setAsked({ ...question, reference, size: 1 })}
        />
      </div>
      <RunBar
        desk={evenDesk}
        question={question}
        runs={runsOfEven(run.scenario, question)}
        onMore={more}
        besides={['stack']}
      />
      {sentence !== undefined && <p className="sure-even">{sentence}</p>}
    </section>
  );
}
