// Default deny: only what is on a white list passes, by the name that it shows or by its address.
import * as z from 'zod/mini';
import { fileParameter, reference } from '../parameter.ts';
import { rule } from '../rule.ts';
import { setOfTexts } from '../world/prefixTexts.ts';
import { actionOf, actionShape } from './actionParameters.ts';
import { coverageParameter } from './coverageParameters.ts';
import { faultOfName, matcherOf, nameTextSchema } from './nameRules.ts';
import { plainBox, seesShownName } from './plainBox.ts';
import { defineStrategy, type FlowBox, type Selection } from './strategy.ts';

const parameters = z
  .strictObject({
    names: fileParameter(z._default(z.array(nameTextSchema).check(z.maxLength(100_000)), []), {
      kind: 'list',
      label: 'Listed names',
      help: 'Pass with all their subdomains, if the first packet shows the name. In autumn 2025 some two dozen services were listed, and even those often failed: what they need was not.',
      source:
        'Whitelist of services to be standardised for all Russian mobile operators (mnogo.media, from Business FM, October 2025)',
    }),
    prefixes: fileParameter(z._default(z.array(reference('prefix')), []), {
      kind: 'list',
      label: 'Listed prefixes',
      help: 'Flows to these addresses pass, whatever they look like.',
    }),
    coverageMobile: coverageParameter({
      label: 'Coverage, mobile',
      help: 'Share of mobile traffic that is held to the list. Assumed to be all: in March 2026 mobile Internet was largely off in Moscow for five days while the list was tested.',
      default: 1,
      source:
        'Moscow without mobile Internet for five days (Antena 3, from The Moscow Times, 2026)',
    }),
    coverageFixed: coverageParameter({
      label: 'Coverage, fixed lines',
      help: 'Share of fixed-line traffic that is held to the list. None in the mobile white lists of 2025.',
      default: 0,
    }),
    ...actionShape,
  })
  .check(
    rule(['names'], ({ names }) => {
      const index = names.findIndex((name) => faultOfName(name) !== undefined);
      const expected = faultOfName(names[index] ?? 'listed');
      return expected === undefined ? undefined : { path: ['names', index], expected };
    }),
  );

export const allowList = defineStrategy({
  technique: 'allowList',
  title: 'White list',
  explanation: 'Drops, or slows down, everything except flows to listed names and addresses.',
  sees: ['name', 'address', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    const selection: Selection = {
      matchesName: matcherOf(chosen.names.map((text) => ({ match: 'suffix', text }))),
      // What shows no name can pass by its address only.
      seesName: seesShownName(observables),
      ranges: setOfTexts(chosen.prefixes),
      actsOn: 'others',
    };
    return {
      ...plainBox(chosen, observables),
      action: actionOf(chosen),
      selection,
    };
  },
});
