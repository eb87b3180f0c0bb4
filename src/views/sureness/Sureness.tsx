// Four questions to the model about itself; each is worked out when somebody asks, and not before.
import { type ComponentType, useId } from 'react';
import { create } from 'zustand';
import type { Run } from '../../model/index.ts';
import type { PictureProps } from '../view.ts';
import { Influence } from './Influence.tsx';
import { Spread } from './Spread.tsx';
import { Stacks } from './Stacks.tsx';
import { Sweep } from './Sweep.tsx';
import './sureness.css';

interface Question {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly Body: ComponentType<{ readonly run: Run }>;
}

const questions: readonly Question[] = [
  {
    id: 'spread',
    title: 'Is it chance, or what we do not know?',
    help: 'Runs the scenario with other seeds and with other values of every figure that has a low and a high end, and tells the two apart.',
    Body: Spread,
  },
  {
    id: 'influence',
    title: 'Which assumption matters most?',
    help: 'Moves each figure that is not known between its ends, and looks how far the result goes along.',
    Body: Influence,
  },
  {
    id: 'sweep',
    title: 'What if one setting changes?',
    help: 'Walks one number of the strategy or of an answer through its whole range: what is stopped, what is hit, and the trade-off between the two. Two numbers can be walked together, as a map.',
    Body: Sweep,
  },
  {
    id: 'stacks',
    title: 'Which strategy does least harm?',
    help: 'Puts all strategies of the scenario side by side, as they are and set to the same effect, and finds where two of them do the same harm.',
    Body: Stacks,
  },
];

/** Which question stands open; outlives the view. */
const useOpen = create<{ readonly id: string }>(() => ({ id: 'spread' }));

export function Sureness({ run }: PictureProps) {
  const { id } = useOpen();
  const heading = useId();
  const open = questions.find((one) => one.id === id);
  return (
    <div className="sure">
      <p className="soft">
        All figures here are means over the whole period, not of the moment above. Each answer takes
        many runs, on this device and in the background. Nothing runs until you ask. All figures are
        simulated.
      </p>
      <fieldset className="sure-questions">
        <legend className="visually-hidden">Question</legend>
        {questions.map((one) => (
          <button
            key={one.id}
            type="button"
            className="button"
            aria-pressed={one.id === id}
            onClick={() => useOpen.setState({ id: one.id })}
          >
            {one.title}
          </button>
        ))}
      </fieldset>
      {open && (
        <section className="sure-question" aria-labelledby={heading}>
          <h2 id={heading}>{open.title}</h2>
          <p className="soft">{open.help}</p>
          <open.Body key={open.id} run={run} />
        </section>
      )}
    </div>
  );
}
