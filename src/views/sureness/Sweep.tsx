// One setting walked through its range: two curves along it, and the trade-off between them; two of them
// as a map.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { Choice } from './Choice.tsx';
import { sweepDesk } from './desks.ts';
import { type Knob, knobsOfPage, knobWords, usualKnob } from './knobs.ts';
import { RunBar } from './RunBar.tsx';
import { SweepCharts } from './SweepCharts.tsx';
import { runsOfSweep, type SweepQuestion } from './sweep.ts';

export function Sweep({ run: { scenario } }: { run: Run }) {
  const { answer } = sweepDesk.use();
  const [asked, setAsked] = useState<SweepQuestion>(
    answer?.question ?? { first: '', second: '', form: 'lines', size: 1 },
  );
  const knobs = knobsOfPage(scenario);
  const usual = usualKnob(knobs);
  if (!usual) return <p>Nothing that is in use has a number to change.</p>;
  const isKnob = (wanted: string) => knobs.some(({ id }) => id === wanted);
  const first = isKnob(asked.first) ? asked.first : usual.id;
  const second = isKnob(asked.second) && asked.second !== first ? asked.second : '';
  const { form, size } = asked;
  const question = { first, second, form, size };
  const change = (part: Partial<SweepQuestion>) => setAsked({ ...question, ...part, size: 1 });
  const more = () => {
    const twice = { ...question, size: 2 * question.size };
    setAsked(twice);
    sweepDesk.ask(twice);
  };
  return (
    <>
      <div className="sure-choices">
        <Choice
          label="Setting"
          value={first}
          options={knobs.map(optionOf)}
          onChange={(id) => change({ first: id })}
        />
        <Choice
          label="At several values of"
          value={second}
          options={[
            { value: '', label: 'no other setting' },
            ...knobs.filter(({ id }) => id !== first).map(optionOf),
          ]}
          onChange={(id) => change({ second: id })}
        />
        {second !== '' && (
          <Choice
            label="Shown as"
            value={form}
            options={[
              { value: 'lines', label: 'curves at three values of the other' },
              { value: 'map', label: 'a map of both ranges' },
            ]}
            onChange={(chosen) => change({ form: chosen === 'map' ? 'map' : 'lines' })}
          />
        )}
      </div>
      <RunBar
        desk={sweepDesk}
        question={question}
        runs={runsOfSweep(scenario, question)}
        onMore={more}
      />
      {answer && <SweepCharts answer={answer} />}
    </>
  );
}

function optionOf(knob: Knob) {
  const { id, group, parameter, value } = knob;
  // Whose it is stands in the option itself: a closed box would not show the name of a group.
  const label = `${parameter.label} (now ${knobWords(knob, value)}) of “${group}”`;
  return { value: id, label };
}
