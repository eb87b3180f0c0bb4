import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalEffectStudy, type Lever } from '../../../src/model/study/equalEffect.ts';
import { pointsStudy } from '../../../src/model/study/points.ts';
import { completeStudy, type Study } from '../../../src/model/study/study.ts';
import { together } from '../../../src/model/study/together.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { answered } from './closedStudy.ts';

const lever: Lever = { settings: [], path: ['x'], low: 0, high: 1, isWhole: false };

test('searches of different lengths come to what each comes to alone', () => {
  fc.assert(
    fc.property(fc.array(numberBetween(0, 1.2), { maxLength: 5 }), (levels) => {
      const search = (level: number) =>
        equalEffectStudy([lever], { metric: 'collateral', level, tolerance: 1e-4 }, [1]);
      const square = (at: (key: string) => number) => at('x') * at('x');
      const alone = levels.map((level) => answered(search(level), square));
      expect(answered(together(levels.map(search)), square)).toEqual(alone);
    }),
  );
});

test('a round asks for what all wait for at once', () => {
  const rounds: number[] = [];
  const counted = function* <R>(study: Study<R>): Study<R> {
    let next = study.next();
    while (!next.done) {
      rounds.push(next.value.length);
      next = study.next(yield next.value);
    }
    return next.value;
  };
  const two = pointsStudy([[], []], [1]);
  const three = pointsStudy([[]], [1, 2, 3]);
  completeStudy(counted(together([two, three])), () => ({}));
  expect(rounds).toEqual([5]);
});

test('nothing together is nothing, and asks for nothing', () => {
  expect(completeStudy(together([]), () => ({}))).toEqual([]);
});
