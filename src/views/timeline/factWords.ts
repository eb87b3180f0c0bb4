// A reported fact in words, beside what the model says at the same moment.
import {
  type Fact,
  type Language,
  type Metric,
  type Run,
  type StoryStep,
  textIn,
} from '../../model/index.ts';
import { keepsList } from '../../scenario/addressWords.ts';
import { languageShown } from '../../scenario/dateWords.ts';
import { figuresInWords, laneValue } from '../../scenario/factFigures.ts';
import { type FactJudgement, judgeFact, roleInWords } from '../../scenario/judgeFact.ts';
import { isFact, type Told } from './layout.ts';

/** The value of a lane at a tick; addresses can be listed only where somebody keeps a list. */
export function valueNow(run: Run, metric: Metric, tick: number): string {
  if (metric.id === 'listedAddresses' && !keepsList(run)) return 'no list in use';
  return laneValue(metric, metric.at(run.tally, tick));
}

/** Facts are written in English. */
export function languageOf(told: Told, language: Language): Language {
  return isFact(told) ? 'en' : languageShown(language, told.title);
}

export function titleOf(told: Told, language: Language): string {
  return isFact(told) ? told.title : textIn(language, told.title);
}

/** A figure beside that of the model, with what the story adds to it; of a step of the story what happened. */
export function toldInWords(run: Run, told: Told, language: Language): string {
  if (isFact(told)) {
    const step = run.scenario.story.find(({ id }) => id === told.id);
    return `${factInWords(run, told)}${noteInWords(step, 'en')}`;
  }
  return `${titleOf(told, language)}.${noteInWords(told, language)}`;
}

function noteInWords(step: StoryStep | undefined, language: Language): string {
  return step?.note === undefined ? '' : ` ${textIn(language, step.note)}`;
}

/** Without a simulated figure where another stack stands for what happened. */
export function factInWords(run: Run, fact: Fact): string {
  const judgement = judgeFact(run, fact);
  const note = fact.note === undefined ? '' : ` ${fact.note}`;
  if (!judgement) return `${fact.title}.${note}`;
  const { reported, accepted, simulated } = figuresInWords(judgement);
  const range = accepted === undefined ? '' : ` (accepted: ${accepted})`;
  return (
    `${fact.title}: reported ${reported}${range}, simulated ${simulated}${verdictInWords(judgement)} ` +
    `(${roleInWords(fact)}).${note}`
  );
}

function verdictInWords({ isWithin }: FactJudgement): string {
  if (isWithin === undefined) return '';
  return isWithin ? ': within' : ': outside';
}
