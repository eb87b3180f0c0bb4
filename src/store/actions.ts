// What people can do on the page. Each action replaces state; nothing else writes it.
import type { Run, Scenario } from '../model/index.ts';
import { formatAddress, momentOfTick, parseAddress, parseMoment, tickOf } from '../model/index.ts';
import { describeScenarios, loadScenario, readWithCatalogue } from '../scenario/catalogue.ts';
import { applyEdits, type Edit } from '../scenario/edits.ts';
import { nearestName } from '../scenario/nearestName.ts';
import type { Problem } from '../scenario/problem.ts';
import { computeRun } from './compute.ts';
import { askForEnsemble } from './ensemble.ts';
import { type Link, readLink, writeLink } from './link.ts';
import { type PageState, usePage } from './state.ts';

const FIRST_SCENARIO = 'april-2018';

/** Opens what the address bar says, or the first scenario. */
export async function openPage(): Promise<void> {
  keepAddress();
  await openLink(readLink(location.hash));
  usePage.setState({ catalogue: await describeScenarios() });
  addEventListener('hashchange', () => {
    if (location.hash !== written) openLink(readLink(location.hash));
  });
}

async function openLink(link: Link): Promise<void> {
  const id = link.scenario ?? FIRST_SCENARIO;
  const reading = await loadScenario(id);
  if (!reading.ok) {
    if (!usePage.getState().run && id !== FIRST_SCENARIO) await openScenario(FIRST_SCENARIO);
    refuse(`The scenario “${id}”`, reading.errors);
    return;
  }
  show(reading.scenario);
  if (link.edits.length > 0) tryEdits(link.edits, 'The link');
  if (link.view !== undefined) chooseView(link.view);
  if (link.at !== undefined) goToMoment(link.at);
  if (link.look !== undefined) lookUp(link.look);
}

function goToMoment(text: string): void {
  const { run } = usePage.getState();
  const moment = parseMoment(text);
  if (!run) return;
  const tick = moment === undefined ? -1 : tickOf(run.plan, moment);
  if (tick < 0 || tick >= run.plan.ticks) {
    const { from, to } = run.scenario.period;
    refuse('The moment of the link', [
      { path: 'at', found: `“${text}”`, expected: `a moment from ${from} to before ${to}` },
    ]);
    return;
  }
  usePage.setState({ tick });
}

/** Selects what a link looks up: an address, or a service by its id. */
function lookUp(text: string): void {
  const address = parseAddress(text);
  const services = usePage.getState().run?.plan.world.services.ids ?? [];
  const service = services.indexOf(text);
  if (address !== undefined) selectAddress(address);
  else if (service >= 0) selectService(service);
  else {
    const nearest = nearestName(text, services);
    const expected = 'an address, or the id of a service';
    refuse('What the link looks up', [
      { path: 'look', found: `“${text}”`, expected, ...(nearest !== undefined && { nearest }) },
    ]);
  }
}

export async function openScenario(id: string): Promise<void> {
  await openLink({ scenario: id, edits: [], at: undefined, view: undefined, look: undefined });
}

/** Opens a scenario file of one's own; when it is wrong, the last good scenario stays. */
export async function openFile(file: File): Promise<void> {
  const reading = await readWithCatalogue(await file.text(), file.name);
  if (reading.ok) show(reading.scenario, true);
  else refuse(file.name, reading.errors);
}

function show(base: Scenario, isFile = false): void {
  const run = computeRun(base);
  usePage.setState({
    base,
    isFile,
    edits: [],
    past: [],
    future: [],
    run,
    tick: openingTick(run),
    playing: false,
    selection: undefined,
    refusal: undefined,
  });
  askForEnsemble(run);
}

const NOON = 12;

/** The page opens where the most has happened: at noon of the day on which the list was all but complete. */
function openingTick({ tally, plan }: Run): number {
  const peak = tally.listedOfTick.reduce((most, value) => Math.max(most, value), 0);
  const complete = tally.listedOfTick.findIndex((value) => value >= 0.98 * peak);
  const hour = Number(momentOfTick(plan, complete).slice(11, 13));
  return Math.min(plan.ticks - 1, Math.round(complete + (NOON - hour) / plan.tickHours));
}

function refuse(what: string, problems: readonly Problem[]): void {
  usePage.setState({ refusal: { what, problems } });
}

export function closeRefusal(): void {
  usePage.setState({ refusal: undefined });
}

/** Applies edits to the scenario as loaded; when one is wrong, nothing changes. */
function tryEdits(edits: readonly Edit[], what: string): boolean {
  const { base, tick } = usePage.getState();
  if (!base) return false;
  const reading = applyEdits(base, edits);
  if (!reading.ok) {
    refuse(what, reading.errors);
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
  const isSame = original(path) === value;
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

/** Saves the scenario with its changes as a file that can be opened again. */
export function downloadScenario(): void {
  const { run } = usePage.getState();
  if (!run) return;
  const text = JSON.stringify(run.scenario, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${run.scenario.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

let written = '';
const ADDRESS_QUIET_MS = 300;

/** Writes the state into the address bar a moment after it has changed. A file of one's own has no link. */
function keepAddress(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  usePage.subscribe((page, before) => {
    if (PARTS_OF_LINK.every((part) => page[part] === before[part])) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      written = linkOf(usePage.getState());
      history.replaceState(
        null,
        '',
        written === '' ? location.pathname + location.search : written,
      );
    }, ADDRESS_QUIET_MS);
  });
}

const PARTS_OF_LINK = ['base', 'edits', 'tick', 'view', 'selection'] as const;

function linkOf({ base, edits, tick, view, run, isFile, selection }: PageState): string {
  if (!run || !base || isFile) return '';
  const look =
    selection?.kind === 'address'
      ? formatAddress(selection.address)
      : selection && run.plan.world.services.ids[selection.service];
  return writeLink({ scenario: base.id, edits, at: momentOfTick(run.plan, tick), view, look });
}
