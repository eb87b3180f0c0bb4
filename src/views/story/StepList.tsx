// What happened, step by step; a step within the simulated period takes the page to its hour.
import { useEffect, useRef } from 'react';
import { dateInWords, languageShown } from '../../scenario/dateWords.ts';
import { usePage } from '../../store/state.ts';
import { GoToHour } from '../GoToHour.tsx';
import { LocalWords } from '../LocalWords.tsx';
import { OriginNote } from '../OriginNote.tsx';
import type { Step } from './steps.ts';

export function StepList({ steps }: { steps: readonly Step[] }) {
  const list = useRef<HTMLOListElement>(null);
  const current = steps.findIndex(({ isCurrent }) => isCurrent);
  useEffect(() => showStep(list.current, current), [current]);
  return (
    <ol ref={list} className="story-steps">
      {steps.map((step) => (
        <StepItem key={step.id} step={step} />
      ))}
    </ol>
  );
}

/** Scrolls the list, never the page: whoever plays the scenario sees the steps go by. */
function showStep(list: HTMLOListElement | null, index: number): void {
  const step = list?.children[index];
  if (!list || !(step instanceof HTMLElement)) return;
  const top = step.offsetTop;
  const isSeen =
    top >= list.scrollTop && top + step.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isSeen) list.scrollTop = top - list.clientHeight / 3;
}

const OUTSIDE = {
  en: 'outside the simulated period',
  ru: 'вне моделируемого периода',
} as const;

function StepItem({ step: { at, title, note, origin, tick, isCurrent } }: { step: Step }) {
  const language = languageShown(
    usePage((page) => page.language),
    title,
  );
  return (
    <li className="story-step" aria-current={isCurrent ? 'step' : undefined}>
      <p className="small soft">
        <time dateTime={at} lang={language}>
          {dateInWords(language, at)}
        </time>
        {tick === undefined && (
          <>
            {' – '}
            <span lang={language}>{OUTSIDE[language]}</span>
          </>
        )}
      </p>
      <p>
        {tick === undefined ? (
          <LocalWords text={title} />
        ) : (
          <GoToHour tick={tick}>
            <LocalWords text={title} />
          </GoToHour>
        )}
      </p>
      <p className="small">
        {note && (
          <>
            <LocalWords text={note} />{' '}
          </>
        )}
        <OriginNote origin={origin} />
      </p>
    </li>
  );
}
