// The table of what the model assumes where a scenario says nothing: made from the schemas, for readers.
import {
  countermeasures,
  describeParameters,
  metrics,
  type ParameterDescription,
  strategies,
} from '../model/index.ts';

type PlugIn = {
  readonly technique: string;
  readonly title: string;
  readonly explanation: string;
  readonly parameters: Parameters<typeof describeParameters>[0];
};

/** The text of src/model/PARAMETERS.md. */
export function parameterPage(): string {
  return [
    '# Parameters and their defaults',
    '',
    'Made by `npm run schema` from the schemas beside the code; a test fails when it is stale. A default is',
    'what the model assumes where a scenario says nothing; what a scenario says carries its own basis.',
    '',
    '## Strategies',
    ...strategies.flatMap(sectionOf),
    '',
    '## Countermeasures',
    ...countermeasures.flatMap(sectionOf),
    '',
    '## Metrics',
    '',
    '| id | unit | what it is |',
    '| --- | --- | --- |',
    ...metrics.map(({ id, unit, help }) => `| \`${id}\` | ${unit} | ${cell(help)} |`),
    '',
  ].join('\n');
}

function sectionOf({ technique, title, explanation, parameters }: PlugIn): string[] {
  const rows = describeParameters(parameters);
  const head = ['', `### ${title} (\`${technique}\`)`, '', explanation];
  if (rows.length === 0) return head;
  return [
    ...head,
    '',
    '| parameter | range | default | what it is |',
    '| --- | --- | --- | --- |',
    ...rows.map(rowOf),
  ];
}

function rowOf(parameter: ParameterDescription): string {
  const { id, unit } = parameter;
  const inUnit = unit === undefined ? '' : ` ${unit}`;
  const initial = defaultInWords(parameter.default);
  const shown = initial === '–' ? initial : `${initial}${inUnit}`;
  return `| \`${id}\` | ${cell(rangeOf(parameter) + inUnit)} | ${cell(shown)} | ${cell(whatItIs(parameter))} |`;
}

/** A default that nobody published is a guess, and the page says so. */
function whatItIs({ kind, help, source }: ParameterDescription): string {
  if (source?.startsWith('Assumed')) return `${help} ${source}`;
  if (source !== undefined) return `${help} Source: ${source}`;
  return kind === 'number' && !help.includes('Assumed') ? `${help} Assumed.` : help;
}

function rangeOf({ kind, min, max, options }: ParameterDescription): string {
  if (kind === 'number') return `${min} … ${max}`;
  if (options) return options.map(({ value }) => value).join(', ');
  return kind;
}

function defaultInWords(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Nothing in a text may end its cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
