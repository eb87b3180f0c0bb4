// Reads the repository's files and finds who imports whom.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

/** Path from the repository's root, with forward slashes → text. */
export type Sources = ReadonlyMap<string, string>;

/** `to` is a path, a glob pattern, or the name of a package after `package:`. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const notOurs = ['.git', 'node_modules', 'dist', 'coverage'];

export function readRepository(folder = ''): Sources {
  const sources = new Map<string, string>();
  for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    // A second work tree has a file where the first one has the folder .git.
    if (notOurs.includes(path)) continue;
    if (entry.isFile()) sources.set(path, readFileSync(root + path, 'utf8'));
    else if (entry.isDirectory()) {
      for (const [inner, text] of readRepository(path)) sources.set(inner, text);
    }
  }
  return sources;
}

/** Every import in src/: static, dynamic, of a type, by `import.meta.glob`, of a worker's file. */
export function findArrows(sources: Sources): Arrow[] {
  const arrows: Arrow[] = [];
  for (const [from, text] of sources) {
    if (!/^src\/.*\.(ts|tsx|mjs)$/.test(from)) continue;
    visitSyntax(from, text, (node) => {
      for (const target of importedBy(node)) arrows.push({ from, to: resolve(from, target) });
    });
  }
  return arrows;
}

/** Calls `visit` with every node of a file's syntax tree, and the node it stands in. */
export function visitSyntax(
  path: string,
  text: string,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
): void {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  const descend = (value: unknown, parent: SyntaxNode | undefined): void => {
    if (Array.isArray(value)) for (const item of value) descend(item, parent);
    else if (isNode(value)) {
      visit(value, parent);
      for (const field of Object.values(value)) descend(field, value);
    }
  };
  descend(parseAst(text, { lang }), undefined);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function importedBy(node: SyntaxNode): string[] {
  if (isNode(node.source)) return textOf(node.source);
  const callee = isNode(node.callee) ? node.callee : undefined;
  const [first, second] = (node.arguments ?? []) as (SyntaxNode | undefined)[];
  if (node.type === 'NewExpression' && callee?.name === 'URL' && ofImportMeta(second) === 'url') {
    // Without a dot in its name it is a folder, which is not imported.
    return textOf(first).filter((path) => /\.\w+$/.test(path));
  }
  if (ofImportMeta(callee) !== 'glob') return [];
  return first?.type === 'ArrayExpression'
    ? (first.elements as SyntaxNode[]).flatMap(textOf)
    : textOf(first);
}

/** The x of `import.meta.x`. */
function ofImportMeta(node: SyntaxNode | undefined): unknown {
  const isOfMeta = isNode(node?.object) && node.object.type === 'MetaProperty';
  return isOfMeta && isNode(node.property) ? node.property.name : undefined;
}

function textOf(node: SyntaxNode | undefined): string[] {
  if (typeof node?.value === 'string') return [node.value];
  if (node?.type !== 'TemplateLiteral') return [];
  const [only, ...others] = node.quasis as { value: { cooked: string } }[];
  return only && others.length === 0 ? [only.value.cooked] : [];
}

function resolve(from: string, target: string): string {
  const path = target.replace(/\?.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : `package:${path}`;
}
