// The walls of the house, as functions over the sources: each returns a sentence a violation.
import { type Arrow, isNode, type Sources, type SyntaxNode, visitSyntax } from './sources.ts';

/** From top to bottom. A room may import from itself and from any floor below its own. */
const floors = [
  ['main.tsx'],
  ['app'],
  ['views', 'controls', 'lessons'],
  ['store'],
  ['cli', 'worker'],
  ['scenario'],
  ['model/index.ts'],
  ['model/study'],
  ['model/run'],
  ['model/strategies', 'model/metrics', 'model/countermeasures'],
  ['model/traffic'],
  ['model/world'],
  ['model/net', 'model/*.ts'],
];
const door = 'model/index.ts';
const packagesOfTheModel = /^package:(seedrandom(\/.*)?|zod\/mini)$/;

/** Plug-in folders, and the files in them that are not plug-ins. */
const plugInFolders: Record<string, readonly string[]> = {
  'src/model/strategies': [
    'strategy.ts',
    'listingLog.ts',
    'actionLoss.ts',
    'actionParameters.ts',
    'coverageParameters.ts',
    'classifierPresets.ts',
    'classifierRates.ts',
    'protocolScores.ts',
    'scoreParameters.ts',
    'nameRules.ts',
    'plainBox.ts',
  ],
  'src/model/countermeasures': ['countermeasure.ts'],
  'src/model/metrics': ['metric.ts', 'tally.ts', 'servicesAffected.ts'],
  'src/views': [
    'view.ts',
    'useWidth.ts',
    'useIsNarrow.ts',
    'LocalWords.tsx',
    'OriginNote.tsx',
    'GoToHour.tsx',
    'lazyPart.tsx',
  ],
  'src/lessons': ['lesson.ts'],
};

const forbiddenNames = new Set(
  'Date Intl fetch console performance window document globalThis'.split(' '),
);
/** What is left out, such as exp, log, pow and sin, differs in the last bit between engines. */
const allowedOfMath = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 PI SQRT2'.split(' '),
);

export function findWrongArrows(sources: Sources, arrows: readonly Arrow[]): string[] {
  return arrows.flatMap(({ from, to }) => {
    const why = to.startsWith('package:')
      ? isModel(roomOf(from)) && !packagesOfTheModel.test(to) && 'is no package of the model'
      : !to.includes('*') && !sources.has(to)
        ? 'does not exist'
        : whyNot(roomOf(from), roomOf(to));
    return why ? [`${from} → ${to}: ${why}`] : [];
  });
}

function whyNot(from: string, to: string): string | false {
  if (from === to) return false;
  if (to === 'scenarios') return from !== 'scenario' && 'only scenario/ reads scenario files';
  const [above, below] = [floorOf(from), floorOf(to)];
  if (above < 0) return `${from} has no floor`;
  if (below < 0) return `${to} has no floor`;
  if (below < above) return 'points up';
  if (below === above) return 'points to a neighbour on the same floor';
  return isModel(to) && !isModel(from) && from !== door && `walks past the door ${door}`;
}

function roomOf(path: string): string {
  const [top = '', folder = '', inner = '', ...deeper] = path.split('/');
  if (path === `src/${door}`) return door;
  if (top !== 'src') return top;
  if (folder !== 'model') return folder;
  return deeper.length > 0 ? `model/${inner}` : 'model/*.ts';
}

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const isModel = (room: string) => room.startsWith('model/') && room !== door;

/** Each circle once, as the path that leads back to its beginning. */
export function findCircles(arrows: readonly Arrow[]): string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const walk = (path: readonly string[], file: string): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    } else if (!finished.has(file)) {
      for (const { from, to } of arrows) if (from === file) walk([...path, file], to);
      finished.add(file);
    }
  };
  for (const { from } of arrows) walk([], from);
  return circles;
}

/** Names the model must not use, because they bring in the page, the clock, chance or the engine. */
export function findForbiddenWords(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    if (!/^src\/model\/.*\.ts$/.test(path)) continue;
    const own = boundNames(path, text);
    visitSyntax(path, text, (node, parent) => {
      const word = own.has(node.name) ? undefined : forbiddenWord(node, parent);
      const line = text.slice(0, node.start).split('\n').length;
      if (word) found.push(`${path}:${line}: ${word}`);
    });
  }
  return found;
}

/** What a file declares is its own: a `window` may well be a window of time. */
function boundNames(path: string, text: string): Set<unknown> {
  const names = new Set<unknown>();
  visitSyntax(path, text, (node) => {
    const bound = node.type === 'VariableDeclarator' ? [node.id] : node.params;
    for (const one of Array.isArray(bound) ? bound : []) if (isNode(one)) names.add(one.name);
  });
  names.delete(undefined);
  return names;
}

function forbiddenWord(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.operator === '**' || node.operator === '**=') return node.operator;
  const isLabel = parent?.computed === false && (parent.property === node || parent.key === node);
  if (node.type !== 'Identifier' || isLabel) return undefined;
  if (node.name !== 'Math')
    return forbiddenNames.has(String(node.name)) ? `${node.name}` : undefined;
  // Math itself must not be handed around: only `Math.floor` and the like can be seen to be exact.
  const member = parent?.object === node && !parent.computed && parent.property;
  const name = isNode(member) ? String(member.name) : '';
  return allowedOfMath.has(name) ? undefined : `Math.${name}`;
}

/** A plug-in that its folder's index.ts does not import would never run, and nobody would notice. */
export function findUnregisteredPlugIns(sources: Sources, arrows: readonly Arrow[]): string[] {
  return Object.entries(plugInFolders).flatMap(([folder, exempt]) => {
    const entryOf = (path: string) => path.slice(folder.length + 1).split('/')[0] ?? '';
    const inside = [...sources.keys()].filter((path) => path.startsWith(`${folder}/`));
    const registered = arrows.filter(({ from }) => from === `${folder}/index.ts`);
    const known = new Set(['index.ts', ...exempt, ...registered.map(({ to }) => entryOf(to))]);
    const strangers = new Set(inside.map(entryOf).filter((entry) => !known.has(entry)));
    return [...strangers].map((entry) => `${folder}/${entry} is not in ${folder}/index.ts`);
  });
}

/** A thing lives with what it is about, not among things that have nothing else in common. */
export function findVagueNames(sources: Sources): string[] {
  const vague = /(^|\/)(utils?|helpers?|common|misc|types)(\.[^/]*)?(\/|$)/i;
  return [...sources.keys()].filter((path) => vague.test(path));
}

/** What works on one machine only. */
export function findMachinePaths(sources: Sources): string[] {
  const machinePath = /\.\.\/shared|(?<![\w.-])\/(?:work|root|home|Users)\/\w+/;
  return [...sources].flatMap(([path, text]) => {
    const found = machinePath.exec(text);
    return found ? [`${path}: ${found[0]}`] : [];
  });
}
