// A reported fact in words, beside what the model says at the same moment.
import { type Fact, type Language, type Metric, type Run, textIn } from '../../model/index.ts';
import { keepsList } from '../../scenario/addressWords.ts';
import { sourceOf } from '../../scenario/factRows.ts';
import { type FactJudgement, judgeFact, roleInWords } from '../../scenario/judgeFact.ts';
import { count, percent, roughly } from '../../scenario/words.ts';
import { isFact, type Told } from './layout.ts';

export function laneValue(metric: Pick<Metric, 'unit'>, value: number): string {
  return metric.unit === 'share' ? percent(value) : roughly(value);
}

/** The value of a lane at a tick; addresses can be listed only where somebody keeps a list. */
export function valueNow(run: Run, metric: Metric, tick: number): string {
  if (metric.id === 'listedAddresses' && !keepsList(run)) return 'no list in use';
  return laneValue(metric, metric.at(run.tally, tick));
}

export function titleOf(told: Told, language: Language): string {
  return isFact(told) ? told.title : textIn(language, told.title);
}

/** A figure beside that of the model; of a step of the story what happened. */
export function toldInWords(run: Run, told: Told, language: Language): string {
  if (isFact(told)) return factInWords(run, told);
  const note = told.note === undefined ? '' : ` ${textIn(language, told.note)}`;
  return `${titleOf(told, language)}.${note}`;
}

/** Without a simulated figure where another stack stands for what happened. */
export function factInWords(run: Run, fact: Fact): string {
  const judgement = judgeFact(run, fact);
  const note = fact.note === undefined ? '' : ` ${fact.note}`;
  if (!judgement) return `${fact.title}.${note}`;
  const show = writerFor(judgement);
  const simulated = show(judgement.model);
  const reported = reportedInWords(judgement, show);
  return (
    `${fact.title}: reported ${reported}, simulated ${simulated}${verdictInWords(judgement)} ` +
    `(${roleInWords(fact)}).${note}`
  );
}

type Writer = (figure: number) => string;

/** To the last digit where the report is, or where rounding would hide which side of a bound one is on. */
function writerFor({ metric, model, low, high, isExact }: FactJudgement): Writer {
  const round: Writer = (figure) => laneValue(metric, figure);
  if (isExact) return count;
  const isBlurred = [low, high].some(
    (bound) => bound !== undefined && bound !== model && round(bound) === round(model),
  );
  return isBlurred && metric.unit !== 'share' ? count : round;
}

/** “11 million (accepted: 9.9 to 12.1 million)”, or the range that was published. */
function reportedInWords({ value, low, high }: FactJudgement, show: Writer): string {
  const range = rangeInWords(low, high, show);
  // The schema has made sure that one of the three is given.
  if (value === undefined) return range ?? '';
  return range === undefined ? show(value) : `${show(value)} (accepted: ${range})`;
}

function rangeInWords(
  low: number | undefined,
  high: number | undefined,
  show: Writer,
): string | undefined {
  if (low === undefined) return high === undefined ? undefined : `up to ${show(high)}`;
  if (high === undefined) return `${show(low)} or more`;
  const [from, to] = [show(low), show(high)];
  if (from === to) return from;
  const [, unit] = /( [a-z]+)$/.exec(to) ?? [];
  return `${unit && from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

function verdictInWords({ isWithin }: FactJudgement): string {
  if (isWithin === undefined) return '';
  return isWithin ? ': within' : ': outside';
}

/** Who reported it; of a step that nobody did, how it was derived or why it is assumed. */
export function whereFrom(run: Run, told: Told): { word: string; title: string; url?: string } {
  if (told.reported !== undefined) {
    const { title, url } = sourceOf(run.scenario, told.reported);
    return { word: 'Source', title, ...(url !== undefined && { url }) };
  }
  const { derived, assumed } = told as Exclude<Told, Fact>;
  return derived === undefined
    ? { word: 'Assumed', title: assumed ?? '' }
    : { word: 'Derived', title: derived };
}
