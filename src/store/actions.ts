// What people change on the page: values, the selection, the view, the language. Each action replaces state.
import type { Language } from '../model/index.ts';
import { applyEdits, type Edit } from '../scenario/edits.ts';
import { keepUnchanged } from '../scenario/sharing.ts';
import { computeRun } from './compute.ts';
import { askForEnsemble } from './ensemble.ts';
import { refuse, wrongOf } from './opening.ts';
import { usePage } from './state.ts';

/** Applies edits to the scenario as loaded; when one is wrong, nothing changes. */
function tryEdits(edits: readonly Edit[], what: string): boolean {
  const { base, tick } = usePage.getState();
  if (!base) return false;
  const reading = applyEdits(base, edits);
  if (!reading.ok) {
    refuse(what, wrongOf(reading));
    return false;
  }
  const run = computeRun(reading.scenario);
  usePage.setState({ edits, run, tick: Math.min(tick, run.plan.ticks - 1), refusal: undefined });
  askForEnsemble(run);
  return true;
}

/** Changes one value; a slider that moves on is one step of the history, not a hundred. */
export function editValue(path: string, value: unknown): void {
  const { edits, past } = usePage.getState();
  const others = edits.filter((edit) => edit.path !== path);
  const isSame = isEqual(original(path), value);
  const next = isSame ? others : [...others, { path, value }];
  const continues = edits.at(-1)?.path === path && past.length > 0;
  if (!tryEdits(next, 'The change')) return;
  usePage.setState({ past: continues ? past : [...past, edits], future: [] });
}

/** The value that the scenario as loaded has at a path; undefined for a path through ids not known. */
function original(path: string): unknown {
  let value: unknown = usePage.getState().base;
  for (const key of path.split('.')) {
    if (Array.isArray(value)) value = value.find((member: { id?: unknown }) => member.id === key);
    else value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return value;
}

/** The same value, or the same values in the same lists and under the same keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || keepUnchanged(a, b) === a;
}

export function chooseStack(id: string): void {
  editValue('stack', id);
}

export function undo(): void {
  const { past, future, edits } = usePage.getState();
  const before = past.at(-1);
  if (!before || !tryEdits(before, 'Undo')) return;
  usePage.setState({ past: past.slice(0, -1), future: [edits, ...future] });
}

export function redo(): void {
  const { past, future, edits } = usePage.getState();
  const [after, ...rest] = future;
  if (!after || !tryEdits(after, 'Redo')) return;
  usePage.setState({ past: [...past, edits], future: rest });
}

export function resetEdits(): void {
  const { edits, past } = usePage.getState();
  if (tryEdits([], 'Reset')) usePage.setState({ past: [...past, edits], future: [] });
}

export function selectService(service: number): void {
  usePage.setState({ selection: { kind: 'service', service } });
}

export function selectAddress(address: number): void {
  usePage.setState({ selection: { kind: 'address', address } });
}

export function clearSelection(): void {
  usePage.setState({ selection: undefined });
}

export function chooseView(view: string): void {
  usePage.setState({ view });
}

export function chooseLanguage(language: Language): void {
  usePage.setState({ language });
}
