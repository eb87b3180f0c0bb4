// The address bar holds the state: scenario, what was changed of it, the moment, the view.
import type { Edit } from '../scenario/edits.ts';
import { textOfValue, valueOfText } from '../scenario/valueText.ts';

export interface Link {
  readonly scenario: string | undefined;
  readonly edits: readonly Edit[];
  readonly at: string | undefined;
  readonly view: string | undefined;
  /** What is looked up: an address, or the id of a service. */
  readonly look: string | undefined;
  /** Of the texts of scenarios; English unless given. */
  readonly language: string | undefined;
}

/** Asks for nothing in particular. */
export const emptyLink: Link = {
  scenario: undefined,
  edits: [],
  at: undefined,
  view: undefined,
  look: undefined,
  language: undefined,
};

const OWN_KEYS = ['scenario', 'at', 'view', 'look', 'language'];

/** Such as `#scenario=april-2018&stack=adaptive&strategies.hunt.prefixLength=20&at=2018-04-20T12:00+03:00`. */
export function writeLink({ scenario, edits, at, view, look, language }: Link): string {
  const pairs: [string, string][] = [];
  if (scenario !== undefined) pairs.push(['scenario', scenario]);
  for (const { path, value } of edits) pairs.push([path, textOfValue(value)]);
  if (at !== undefined) pairs.push(['at', at]);
  if (view !== undefined) pairs.push(['view', view]);
  if (look !== undefined) pairs.push(['look', look]);
  if (language !== undefined) pairs.push(['language', language]);
  return `#${pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')}`;
}

/** Reads a fragment; what the names and values mean is checked by whoever applies the edits. */
export function readLink(fragment: string): Link {
  const pairs = fragment
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const equals = part.indexOf('=');
      return equals < 0
        ? [decode(part), '']
        : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
  const own = new Map(pairs.filter(([key]) => OWN_KEYS.includes(key)));
  return {
    scenario: own.get('scenario'),
    at: own.get('at'),
    view: own.get('view'),
    look: own.get('look'),
    language: own.get('language'),
    edits: pairs
      .filter(([key]) => !OWN_KEYS.includes(key))
      .map(([path, text]) => ({ path, value: valueOfText(text) })),
  };
}

/** Readable in an address bar: only what would be taken for something else is escaped. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is taken as it stands
  }
}
