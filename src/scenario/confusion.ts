// A block as a decision about sessions: whom it meant and stopped, whom it stopped without meaning.
import { type ServiceLoss, sumOf } from './lossByCategory.ts';

/** Sessions over the run; the four add up to all that were demanded. */
export interface Confusion {
  /** The target's, lost. */
  readonly truePositive: number;
  /** Bystanders', lost. */
  readonly falsePositive: number;
  /** Bystanders', through. */
  readonly trueNegative: number;
  /** The target's, through. */
  readonly falseNegative: number;
  /** Share of the target in all sessions, 0 … 1; 0 without any. */
  readonly baseRate: number;
}

/** Those of people who have left count as lost, as they do everywhere. */
export function confusionOf(services: readonly ServiceLoss[]): Confusion {
  const target = services.filter(({ role }) => role === 'target');
  const bystanders = services.filter(({ role }) => role === 'bystander');
  const truePositive = sumOf(target, 'lost');
  const falsePositive = sumOf(bystanders, 'lost');
  const all = sumOf(services, 'demand');
  return {
    truePositive,
    falsePositive,
    // Where all is lost, rounding may take a little more than all.
    trueNegative: Math.max(0, sumOf(bystanders, 'demand') - falsePositive),
    falseNegative: Math.max(0, sumOf(target, 'demand') - truePositive),
    baseRate: all === 0 ? 0 : sumOf(target, 'demand') / all,
  };
}
