// What this scenario tells: dated steps, what it can answer, and what it cannot.
import { useMemo } from 'react';
import type { LocalText } from '../../model/index.ts';
import { LocalWords } from '../LocalWords.tsx';
import type { PictureProps } from '../view.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { StepList } from './StepList.tsx';
import { layoutSteps } from './steps.ts';
import './story.css';

export function Story({ run, tick }: PictureProps) {
  const { scenario } = run;
  const steps = useMemo(() => layoutSteps(run, tick), [run, tick]);
  return (
    <div className="story">
      <div className="story-head">
        <h2>
          <LocalWords text={scenario.title} />
        </h2>
        <LanguageSwitch />
      </div>
      <div className="story-answers">
        <Texts title="What it can answer" texts={scenario.questions} />
        <Texts title="What it cannot answer" texts={scenario.limits} />
      </div>
      <section className="story-told">
        <h3>What happened</h3>
        {steps.length > 0 ? (
          <StepList steps={steps} />
        ) : (
          <p className="soft">This scenario tells no story.</p>
        )}
      </section>
    </div>
  );
}

function Texts({ title, texts }: { title: string; texts: readonly LocalText[] }) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="story-texts">
        {texts.map((text) => (
          <li key={text.en}>
            <LocalWords text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
