import { describe, expect, test } from 'vitest';
import { run, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { laneHeightFor, layoutTimeline } from '../../../src/views/timeline/layout.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const LANE_HEIGHT = 44;
const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};

describe('the timeline', () => {
  const tiny = run(scenario);
  const layout = layoutTimeline(tiny, 720, LANE_HEIGHT);

  test('has a lane for the list, one for the target, one for everybody else, without overlap', () => {
    expect(layout.lanes.map((lane) => lane.metric.id)).toEqual([
      'listedAddresses',
      'targetBlocked',
      'collateral',
    ]);
    const tops = layout.lanes.map((lane) => lane.top);
    for (let i = 1; i < tops.length; i++) {
      expect(tops[i]).toBeGreaterThan((tops[i - 1] as number) + LANE_HEIGHT);
    }
    expect(layout.axisTop).toBeGreaterThan((tops[2] as number) + LANE_HEIGHT);
  });

  test('puts the first hour at the left edge and the end of the period at the right', () => {
    expect(layout.x(0)).toBe(0);
    expect(layout.x(tiny.plan.ticks)).toBe(720);
  });

  test('keeps every value of a lane inside it', () => {
    for (const lane of layout.lanes) {
      for (let tick = 0; tick < tiny.plan.ticks; tick++) {
        const y = lane.scale(lane.metric.at(tiny.tally, tick));
        expect(y).toBeGreaterThanOrEqual(lane.top - 1e-9);
        expect(y).toBeLessThanOrEqual(lane.top + LANE_HEIGHT + 1e-9);
      }
    }
  });

  test('marks the target’s lane from nothing to everything, whatever the run', () => {
    expect(layout.lanes[1]?.scale.domain).toEqual([0, 1]);
  });

  test('labels no two days closer than their names are wide', () => {
    for (const width of [300, 720, 2000]) {
      const { days } = layoutTimeline(tiny, width, LANE_HEIGHT);
      for (let i = 1; i < days.length; i++) {
        expect((days[i]?.x ?? 0) - (days[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(50);
      }
    }
  });

  test('names no day whose name would be cut at the right edge', () => {
    for (const width of [300, 333, 720, 2000]) {
      for (const { x, hasLabel } of layoutTimeline(tiny, width, LANE_HEIGHT).days) {
        expect(hasLabel).toBe(x + 48 <= width);
      }
    }
  });

  test('has higher lanes in a high window', () => {
    expect([laneHeightFor(900), laneHeightFor(999), laneHeightFor(1000)]).toEqual([44, 44, 52]);
  });

  test('draws the circle at the published figure, which need not lie midway', () => {
    const facts = [
      {
        id: 'a-third',
        title: 'A third fails',
        at: scenario.period.from,
        metric: 'targetBlocked',
        value: 0.25,
        low: 0,
        high: 1,
        role: 'check' as const,
        reported: 'gazette',
      },
    ];
    const [, target] = layoutTimeline(
      { ...tiny, scenario: { ...scenario, facts } },
      720,
      LANE_HEIGHT,
    ).lanes;
    const [mark] = target?.marks ?? [];
    const top = target?.top ?? 0;
    expect([mark?.high, mark?.middle, mark?.low]).toEqual([top, top + 33, top + 44]);
  });

  test('shows each reported figure at its moment with its range', () => {
    const facts = [
      {
        id: 'a-third',
        title: 'A third fails',
        at: scenario.period.from,
        metric: 'targetBlocked',
        low: 0.25,
        high: 0.5,
        role: 'check' as const,
        reported: 'gazette',
      },
    ];
    const told = { title: { en: 'It was told' }, reported: 'gazette' };
    const story = [
      { ...told, id: 'began', at: scenario.period.from },
      { ...told, id: 'years-before', at: '2017-04-16T00:00+03:00' },
      { ...told, id: 'after-the-end', at: scenario.period.to },
    ];
    const { lanes, marks } = layoutTimeline(
      { ...tiny, scenario: { ...scenario, facts, story } },
      720,
      LANE_HEIGHT,
    );
    const target = lanes[1];
    expect(target?.marks).toHaveLength(1);
    // The lane runs from 0 at its foot to 1 at its top, so a half lies in its middle.
    expect(target?.marks[0]?.high).toBe((target?.top ?? 0) + LANE_HEIGHT / 2);
    expect(target?.marks[0]?.low).toBe((target?.top ?? 0) + (3 * LANE_HEIGHT) / 4);
    expect(marks.map(({ told: { id }, kind }) => [id, kind])).toEqual([
      ['a-third', 'figure'],
      ['began', 'story'],
    ]);
  });

  test('shows an event that the story and a fact both tell once, as the fact', () => {
    const fact = {
      id: 'hundreds',
      title: 'Hundreds of services are hit',
      at: scenario.period.from,
      metric: 'servicesHit',
      low: 200,
      role: 'check' as const,
      reported: 'gazette',
    };
    const step = (id: string) => {
      return { id, at: scenario.period.from, title: { en: 'It was told' }, reported: 'gazette' };
    };
    const facts = [fact];
    const story = [step('hundreds'), step('another')];
    const told = { ...tiny, scenario: { ...scenario, facts, story } };
    const { marks } = layoutTimeline(told, 720, LANE_HEIGHT);
    expect(marks.map((mark) => mark.told)).toEqual([fact, step('another')]);
  });
});
