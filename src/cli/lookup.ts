// `overblock lookup`: one address, prefix or service, as the press or an affected business would ask.
import { type Plan, planRun, type Run, run } from '../model/index.ts';
import { BadInput } from './badInput.ts';
import { type Command, oneOfNames } from './command.ts';
import { addressInWords, describeAddress } from './describeAddress.ts';
import { describePrefix, prefixInWords } from './describePrefix.ts';
import { describeService, serviceInWords } from './describeService.ts';
import { readSubject, type Subject } from './lookupSubject.ts';
import { openScenario, scenarioOptions, tickOfOption } from './openScenario.ts';

export const lookupCommand: Command = {
  name: 'lookup',
  summary:
    'Tells of an address, a prefix or a service who is there, what lists it and what is lost.',
  words: '<address, prefix, service or domain name> --scenario <file or id>',
  options: {
    scenario: { value: 'FILE|ID', help: 'The scenario to look in' },
    ...scenarioOptions,
    format: { value: 'FORMAT', help: 'text (default) or json' },
  },
  more: `Of an address: who holds it, which entry lists it since when, who is served from it and near it.
Of a prefix: who holds its addresses, which entries list them, which services are served from them.
Of a service, by its id, its name, a part of its name or one of its domain names: what it loses and
what takes it, which of its names a rule catches, and its addresses. A name of several words goes in quotes.

Examples:
  overblock lookup 52.58.0.1 --scenario april-2018 --at 2018-04-18T12:00+03:00
  overblock lookup 52.58.0.0/15 --scenario april-2018 --at 2018-04-18T12:00+03:00
  overblock lookup viber-calls --scenario april-2018 --at 2018-04-18T12:00+03:00
  overblock lookup t.co --scenario twitter-throttle-2021 --format json`,
  async run(given) {
    const [text, ...others] = given.words;
    if (text === undefined || others.length > 0) {
      const quotes = others.length > 0 ? '; a name of several words goes in quotes' : '';
      throw new BadInput(
        `lookup: found ${given.words.length} names, expected one address, prefix, service or domain name${quotes}`,
      );
    }
    const name = given.last('scenario');
    if (name === undefined) throw new BadInput('--scenario: found nothing, expected a file or id');
    const format = oneOfNames('format', given.last('format') ?? 'text', ['text', 'json']);
    const scenario = await openScenario(name, given);
    const plan: Plan = planRun(scenario);
    const subject = readSubject(text, plan, scenario.world.id);
    const tick = tickOfOption(plan, given);
    const found = run(scenario, scenario.seed, plan);
    if (format === 'text') return inWords(found, subject, tick);
    return `${JSON.stringify(described(found, subject, tick), null, 2)}\n`;
  },
};

function inWords(found: Run, subject: Subject, tick: number): string {
  if (subject.kind === 'address') return addressInWords(found, subject.address, tick);
  if (subject.kind === 'prefix') return prefixInWords(found, subject.prefix, tick);
  return serviceInWords(found, subject.service, tick, subject.domain);
}

function described(found: Run, subject: Subject, tick: number) {
  if (subject.kind === 'address') return describeAddress(found, subject.address, tick);
  if (subject.kind === 'prefix') return describePrefix(found, subject.prefix, tick);
  return describeService(found, subject.service, tick, subject.domain);
}
