// Blocking by name: a box reads which server a client asks for, in its look-up or its first packet.
import * as z from 'zod/mini';
import { choiceParameter, fileParameter, numberParameter } from '../parameter.ts';
import { rule } from '../rule.ts';
import { actionOf, actionShape } from './actionParameters.ts';
import { coverageShape } from './coverageParameters.ts';
import { faultOfRules, matcherOf, nameRuleSchema } from './nameRules.ts';
import { plainBox, seesShownName } from './plainBox.ts';
import { defineStrategy, type FlowBox } from './strategy.ts';

const parameters = z
  .strictObject({
    rules: fileParameter(z.array(nameRuleSchema).check(z.maxLength(100_000)), {
      kind: 'list',
      label: 'Names',
      help: 'Exact names, names with all their subdomains, or any name that contains a text. In March 2021 a rule for every name that contains t.co slowed down microsoft.com and reddit.com with Twitter; it was put right after some 25 hours.',
      source:
        'Throttling of Twitter in Russia (Censored Planet, IMC 2021; net4people/bbs issue 65, 11 March 2021)',
    }),
    where: choiceParameter({
      label: 'Where the name is read',
      help: 'In the first packet (SNI, Host), as far as the protocol shows it there: not with ECH. Or in the look-up before it (DNS), whatever the protocol. Look-ups can only be dropped.',
      options: [
        { value: 'sni', label: 'First packet' },
        { value: 'dns', label: 'Look-up' },
      ],
      default: 'sni',
    }),
    plainDns: numberParameter({
      label: 'Readable look-ups',
      help: "Share of the sessions whose look-up the operator can read. Assumed: most devices ask the operator's own resolver or another one in the clear; some browsers and phones encrypt what they ask.",
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.9,
      display: 'share',
      onlyWhen: { where: 'dns' },
    }),
    ...actionShape,
    ...coverageShape,
  })
  .check(
    rule(['rules'], ({ rules }) => {
      const fault = faultOfRules(rules);
      return fault && { ...fault, path: ['rules', ...fault.path] };
    }),
    rule(['where', 'action'], ({ where, action }) =>
      where === 'dns' && action !== 'drop'
        ? {
            path: ['action'],
            expected: 'drop, since a slow look-up does not slow the session that follows',
          }
        : undefined,
    ),
  );

export const nameFilter = defineStrategy({
  technique: 'nameFilter',
  title: 'Name filter',
  explanation:
    'Acts on flows to servers with certain names, and on every other name that its rules happen to match.',
  sees: ['name', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    return {
      ...plainBox(chosen, observables),
      selection: {
        matchesName: matcherOf(chosen.rules),
        seesName: chosen.where === 'dns' ? () => chosen.plainDns : seesShownName(observables),
        actsOn: 'matches',
      },
      action: actionOf(chosen),
    };
  },
});
