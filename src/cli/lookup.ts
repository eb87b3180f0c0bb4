// `overblock lookup`: one address, as the press or an affected business would ask.
import { parseAddress, planRun, run } from '../model/index.ts';
import { BadInput, complaint } from './badInput.ts';
import { type Command, oneOfNames } from './command.ts';
import { addressInWords, describeAddress } from './describeAddress.ts';
import { openScenario, scenarioOptions, tickOfOption } from './openScenario.ts';

export const lookupCommand: Command = {
  name: 'lookup',
  summary:
    'Tells who holds an address, which entry lists it since when, who is served from it and near it.',
  words: '<address> --scenario <file or id>',
  options: {
    scenario: { value: 'FILE|ID', help: 'The scenario to look in' },
    ...scenarioOptions,
    format: { value: 'FORMAT', help: 'text (default) or json' },
  },
  more: `Example:
  overblock lookup 52.58.0.1 --scenario april-2018 --at 2018-04-18T12:00+03:00`,
  async run(given) {
    const [text, ...others] = given.words;
    if (text === undefined || others.length > 0) {
      throw new BadInput(`lookup: found ${given.words.length} names, expected one address`);
    }
    const address = parseAddress(text);
    if (address === undefined) throw new BadInput(complaint(text, expectedFor(text)));
    const name = given.last('scenario');
    if (name === undefined) throw new BadInput('--scenario: found nothing, expected a file or id');
    const format = oneOfNames('format', given.last('format') ?? 'text', ['text', 'json']);
    const scenario = await openScenario(name, given);
    const plan = planRun(scenario);
    const tick = tickOfOption(plan, given);
    const found = run(scenario, scenario.seed, plan);
    if (format === 'text') return addressInWords(found, address, tick);
    return `${JSON.stringify(describeAddress(found, address, tick), null, 2)}\n`;
  },
};

/** What an address looks like, to somebody who typed a part of one, a prefix or something else. */
function expectedFor(text: string): string {
  const parts = /^(\d{1,3}(?:\.\d{1,3}){0,2})\.?$/.exec(text)?.[1]?.split('.');
  if (parts?.every((part) => Number(part) <= 255)) {
    const whole = [...parts, '0', '0', '0'].slice(0, 3);
    return `all four numbers of an IPv4 address, such as ${whole.join('.')}.1`;
  }
  const [before = '', length] = text.split('/');
  if (length !== undefined && parseAddress(before) !== undefined) {
    return `one address and no prefix, such as ${before}`;
  }
  return 'an IPv4 address such as 192.0.2.1: four numbers from 0 to 255 with dots between';
}
