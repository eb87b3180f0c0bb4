// What each strategy of the stack took over the whole run, and what it would have taken alone.
import { daysOfRows, type Run } from '../model/index.ts';

/** Shares of the sessions of the target and of everybody else, 0 … 1. */
export interface RoleShares {
  readonly target: number;
  readonly bystanders: number;
}

export interface StrategyShares {
  readonly id: string;
  readonly title: string;
  readonly technique: string;
  /** What was left to it by the strategies before it. */
  readonly taken: RoleShares;
  readonly alone: RoleShares;
}

/** One a strategy, in the order of the stack; what they took adds up to what was lost. */
export function strategyShares({ stack, tally }: Run): StrategyShares[] {
  const days = daysOfRows(tally);
  const allDays = days.reduce((sum, share) => sum + share, 0);
  const share = (ofRow: Float64Array, strategy: number, role: number) => {
    const demand = (tally.roleDemand[role] ?? 0) * allDays;
    const sum = days.reduce(
      (lost, weight, row) =>
        lost + weight * (ofRow[(row * 2 + role) * tally.strategies + strategy] ?? 0),
      0,
    );
    return demand === 0 ? 0 : sum / demand;
  };
  const roles = (ofRow: Float64Array, strategy: number): RoleShares => ({
    target: share(ofRow, strategy, 1),
    bystanders: share(ofRow, strategy, 0),
  });
  return stack.map(({ id, title, technique }, strategy) => ({
    id,
    title,
    technique,
    taken: roles(tally.roleLostOfRow, strategy),
    alone: roles(tally.roleAloneOfRow, strategy),
  }));
}
