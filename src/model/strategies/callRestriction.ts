// Calls: voice by the pattern of its set-up, video as far as it is alike; or all that goes to a provider’s relays.
import * as z from 'zod/mini';
import { choiceParameter, fileParameter, numberParameter, reference } from '../parameter.ts';
import { rule } from '../rule.ts';
import { setOfTexts } from '../world/prefixTexts.ts';
import { actionOf, actionShape } from './actionParameters.ts';
import { coverageShape } from './coverageParameters.ts';
import { plainBox } from './plainBox.ts';
import { defineStrategy, type FlowBox, type Selection } from './strategy.ts';

const parameters = z
  .strictObject({
    by: choiceParameter({
      label: 'Calls are known by',
      help: 'The pattern of their set-up (STUN, then a relay or the other side), wherever they go; the same pattern, but only on the way to a provider’s ranges; or the ranges alone: every flow to them is taken for a call, whatever it looks like, and whoever else is served from there is hit.',
      options: [
        { value: 'pattern', label: 'Pattern' },
        { value: 'pattern-and-ranges', label: 'Pattern and ranges' },
        { value: 'ranges', label: 'Ranges' },
      ],
      default: 'pattern',
      source: 'Altered STUN packets let calls through in August 2025 (youtubeUnblock issue 265)',
    }),
    ranges: fileParameter(z._default(z.array(reference('prefix')), []), {
      kind: 'list',
      label: 'Ranges of the provider',
      help: 'Where the provider’s relays stand. Only flows to these addresses are restricted; needed when calls are known by ranges, else not looked at.',
    }),
    voice: fileParameter(z._default(z.array(reference('protocol')), []), {
      kind: 'list',
      label: 'Voice protocols',
      help: 'What the rule was written for. Any other app with this look is hit by the same rule. Needed when calls are known by their pattern, else not looked at.',
    }),
    video: fileParameter(z._default(z.array(reference('protocol')), []), {
      kind: 'list',
      label: 'Video protocols',
      help: 'What falls with voice, as far as it looks alike; not looked at when calls are known by ranges alone.',
    }),
    detects: numberParameter({
      label: 'Share of voice caught',
      help: 'Share of the voice flows that the rule recognises; by ranges alone, of all flows to them. How many calls failed in August 2025 was never published.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.9,
      display: 'share',
    }),
    videoLikeness: numberParameter({
      label: 'Likeness of video',
      help: 'How alike video calls look: the share of them caught is that of voice times this. 1: video falls with voice, as in August 2025, when both began with the same set-up. By ranges alone it changes nothing.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 1,
      display: 'share',
    }),
    spared: fileParameter(z._default(z.array(reference('prefix')), []), {
      kind: 'list',
      label: 'Spared ranges',
      help: 'Calls to these addresses are never restricted: other calling apps, such as Imo, kept working in August 2025.',
      source:
        'Russian authorities disrupt WhatsApp and Telegram service while promoting Max (The Insider, August 2025)',
    }),
    ...coverageShape,
    ...actionShape,
  })
  .check(
    rule(['by', 'ranges'], ({ by, ranges }) =>
      by !== 'pattern' && ranges.length === 0
        ? { path: ['ranges'], expected: 'at least one prefix, since calls are known by ranges' }
        : undefined,
    ),
    rule(['by', 'voice'], ({ by, voice }) =>
      by !== 'ranges' && voice.length === 0
        ? { path: ['voice'], expected: 'at least one protocol, since calls are known by pattern' }
        : undefined,
    ),
    rule(['voice', 'video'], ({ voice, video }) => {
      const twice = video.findIndex((protocol) => voice.includes(protocol));
      if (twice < 0) return undefined;
      return {
        path: ['video', twice],
        expected: 'a protocol that is not among the voice protocols',
      };
    }),
  );

export const callRestriction = defineStrategy({
  technique: 'callRestriction',
  title: 'Call restriction',
  explanation:
    'Acts on calls by how they are set up, or on all that goes to the relays that carry them.',
  sees: ['protocol', 'address', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    const flags = observables.protocols.map((protocol) => {
      // Who goes by the address alone cannot tell a call from what else is served there.
      if (chosen.by === 'ranges') return chosen.detects;
      if (chosen.voice.includes(protocol)) return chosen.detects;
      return chosen.video.includes(protocol) ? chosen.detects * chosen.videoLikeness : 0;
    });
    const selection: Selection = {
      actsOn: 'matches',
      spared: setOfTexts(chosen.spared),
      ...(chosen.by !== 'pattern' && { ranges: setOfTexts(chosen.ranges) }),
    };
    return {
      ...plainBox(chosen, observables),
      flagged: (protocol) => flags[protocol] ?? 0,
      selection,
      action: actionOf(chosen),
    };
  },
});
