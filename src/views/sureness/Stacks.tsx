// All strategies of the scenario: as they are, at equal effect, and at equal harm.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { BreakEven } from './BreakEven.tsx';
import { stacksDesk } from './desks.ts';
import { EqualEffect } from './EqualEffect.tsx';
import { Plane } from './Plane.tsx';
import { RunBar } from './RunBar.tsx';
import { runsOfStacks } from './stacks.ts';

const USUAL_PERCENT = 20;

export function Stacks({ run }: { run: Run }) {
  const { answer } = stacksDesk.use();
  const [size, setSize] = useState(answer?.question.size ?? 1);
  const [percent, setPercent] = useState(
    answer ? Math.round(100 * answer.question.level) : USUAL_PERCENT,
  );
  const question = { level: percent / 100, size };
  const more = () => {
    setSize(2 * size);
    stacksDesk.ask({ ...question, size: 2 * size });
  };
  return (
    <>
      <div className="sure-choices">
        <div className="sure-choice">
          <label className="small soft" htmlFor="sure-level">
            Set each so that it stops {percent} % of the target
          </label>
          <input
            id="sure-level"
            type="range"
            min={1}
            max={99}
            step={1}
            value={percent}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
        </div>
      </div>
      <RunBar
        desk={stacksDesk}
        question={question}
        runs={runsOfStacks(run.scenario, question)}
        onMore={more}
        besides={['stack']}
      />
      {answer && (
        <>
          <Plane result={answer.result} />
          <EqualEffect result={answer.result} />
        </>
      )}
      {run.scenario.stacks.length > 1 && <BreakEven run={run} />}
    </>
  );
}
