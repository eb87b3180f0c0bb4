// What was reported at the time: marks over the drawing.
import { type KeyboardEvent, useRef } from 'react';
import { dateInWords } from '../../scenario/dateWords.ts';
import { goToTick } from '../../store/playback.ts';
import { usePage } from '../../store/state.ts';
import { languageOf, titleOf } from './factWords.ts';
import type { PlacedMark, Told } from './layout.ts';

/**
 * The facts as buttons over the drawing, so that keyboard and screen readers meet them too. One of
 * them takes the Tab key; the arrow keys move among them. The pointer passes through them: the
 * drawing finds the nearest, because they would cover each other.
 */
export function FactMarks({
  marks,
  shown,
  onShow,
}: {
  marks: readonly PlacedMark[];
  shown: Told | undefined;
  onShow: (told: Told) => void;
}) {
  const language = usePage((page) => page.language);
  const list = useRef<HTMLUListElement>(null);
  const entry = Math.max(
    0,
    marks.findIndex(({ told }) => told.id === shown?.id),
  );
  const walk = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[index + step]?.focus();
  };
  return (
    <ul ref={list} aria-label="Reported at the time">
      {marks.map(({ told, tick, x, y, kind }, index) => (
        <li key={told.id}>
          <button
            type="button"
            className={`timeline-mark timeline-mark-${kind}`}
            style={{ left: x, top: y }}
            tabIndex={index === entry ? 0 : -1}
            aria-pressed={shown?.id === told.id}
            onFocus={() => onShow(told)}
            onKeyDown={(event) => walk(event, index)}
            onClick={() => {
              onShow(told);
              goToTick(tick);
            }}
          >
            <span className="visually-hidden" lang={languageOf(told, language)}>
              {`${dateInWords(languageOf(told, language), told.at)}: ${titleOf(told, language)}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
