// A signature of a protocol or of a TLS client: it catches that look, whoever has it, until clients change.
import * as z from 'zod/mini';
import { exp } from '../exp.ts';
import { fileParameter, numberParameter, reference } from '../parameter.ts';
import { actionOf, actionShape } from './actionParameters.ts';
import { coverageShape } from './coverageParameters.ts';
import { plainBox } from './plainBox.ts';
import { defineStrategy, type FlowBox } from './strategy.ts';

const DAYS_A_WEEK = 7;

const parameters = z.strictObject({
  protocols: fileParameter(z.array(reference('protocol')).check(z.minLength(1)), {
    kind: 'list',
    label: 'Looks',
    help: 'The protocols that the signature was written for. It catches all who have this look, target or not.',
  }),
  catches: numberParameter({
    label: 'Share caught',
    help: 'Share of the flows with that look that a fresh signature catches. The default is a figure for plain OpenVPN, 85.9 %; for another look it is a guess.',
    min: 0,
    max: 1,
    step: 0.001,
    default: 0.859,
    display: 'share',
    source: 'OpenVPN is Open to VPN Fingerprinting (USENIX Security 2022)',
  }),
  alsoCatches: numberParameter({
    label: 'Share of others caught',
    help: 'Share of all other flows that a fresh signature takes for that look.',
    min: 0,
    max: 1,
    step: 0.0001,
    default: 0,
    display: 'share',
    source:
      'At most 0.0039 % for a signature with a probe: OpenVPN is Open to VPN Fingerprinting (USENIX Security 2022)',
  }),
  share: numberParameter({
    label: 'Share acted on',
    help: 'The box acts on this share of the flows that it catches, drawn at random.',
    min: 0,
    max: 1,
    step: 0.001,
    default: 1,
    display: 'share',
    source:
      '26.3 % of matches in China: OONI, randomtraffic experiment (probe-cli pull request 1026, January 2023)',
  }),
  halfLifeWeeks: numberParameter({
    label: 'Half-life of the signature',
    help: 'Weeks in which clients change so far that it catches half as much; 0: never. A round between filter and app took one to two months in 2026; Snowflake’s took some weeks in 2021 and seven months from July 2022.',
    unit: 'weeks',
    min: 0,
    max: 104,
    step: 0.5,
    default: 6,
    display: 'plain',
    source:
      'Russian state regulator tightens Telegram blockade (fakti.bg, June 2026); Snowflake (USENIX Security 2024)',
  }),
  refreshWeeks: numberParameter({
    label: 'A new signature every',
    help: 'Weeks after which the censor writes the signature anew, at full strength; 0: never.',
    unit: 'weeks',
    min: 0,
    max: 104,
    step: 1,
    integer: true,
    default: 0,
    display: 'plain',
  }),
  ...coverageShape,
  ...actionShape,
});

/**
 * What is left of a signature, 0 … 1, on a whole day since the strategy began: 2^(−weeks/half-life)
 * since it was last written. The same factor holds for what it catches by mistake.
 */
export function signatureStrength(
  { halfLifeWeeks, refreshWeeks }: { halfLifeWeeks: number; refreshWeeks: number },
  day: number,
): number {
  if (halfLifeWeeks === 0) return 1;
  const age = refreshWeeks > 0 ? day % (DAYS_A_WEEK * refreshWeeks) : day;
  return exp((-Math.LN2 * age) / (DAYS_A_WEEK * halfLifeWeeks));
}

export const protocolFingerprint = defineStrategy({
  technique: 'protocolFingerprint',
  title: 'Protocol fingerprint',
  explanation:
    'Acts on flows with one look, whoever has it, and catches fewer of them as clients change.',
  sees: ['protocol', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    const flags = observables.protocols.map((protocol) => {
      const caught = chosen.protocols.includes(protocol) ? chosen.catches : chosen.alsoCatches;
      return chosen.share * caught;
    });
    return {
      ...plainBox(chosen, observables),
      flagged: (protocol) => flags[protocol] ?? 0,
      action: actionOf(chosen),
      strengthOnDay: (day) => signatureStrength(chosen, day),
    };
  },
});
