// Opening a scenario: from the address bar, the menu or a file. When it is wrong, the last good one stays.
import type { Scenario } from '../model/index.ts';
import { describeScenarios, loadScenario, readWithCatalogue } from '../scenario/catalogue.ts';
import { LONGEST_TEXT } from '../scenario/readJson.ts';
import type { Reading, Refusal as Unread } from '../scenario/readScenario.ts';
import { answerLink } from './answerLink.ts';
import { askForEnsemble } from './ensemble.ts';
import { keepAddress } from './keepAddress.ts';
import { emptyLink, type Link, readLink } from './link.ts';
import { type Refusal, usePage } from './state.ts';

const FIRST_SCENARIO = 'april-2018';

/** Counts openings, so that of two that overlap the later one wins. */
let openings = 0;

/** Opens what the address bar says, or the first scenario. @param views the ids of the pictures */
export async function openPage(views: readonly string[]): Promise<void> {
  try {
    keepAddress((fragment) => openLink(readLink(fragment), views));
    await openLink(readLink(location.hash), views);
    usePage.setState({ catalogue: await describeScenarios() });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const problems = [{ path: '', found, expected: 'all its parts to load' }];
    refuse('The page', { problems, more: 0 });
  }
}

async function openLink(link: Link, views: readonly string[]): Promise<void> {
  const id = link.scenario ?? FIRST_SCENARIO;
  const mine = ++openings;
  const reading = await loadScenario(id);
  if (mine !== openings) return;
  const wrong = reading.ok ? show(reading.scenario, link, views) : wrongOf(reading);
  if (!wrong) return;
  if (!usePage.getState().run) await openInstead(id, reading.ok);
  refuse(reading.ok ? 'The link' : `The scenario “${id}”`, wrong);
}

/** Nothing stands on the page yet: the scenario without what was wrong of the link, or the first one. */
async function openInstead(id: string, exists: boolean): Promise<void> {
  const reading = await loadScenario(exists ? id : FIRST_SCENARIO);
  if (reading.ok) show(reading.scenario, emptyLink, []);
}

/** Opens a scenario of the menu. */
export async function openScenario(id: string): Promise<void> {
  await openLink({ ...emptyLink, scenario: id }, []);
}

/** More bytes than the longest text that is read could have. */
const mostBytes = 4 * LONGEST_TEXT;

/** Opens a scenario file of one's own. */
export async function openFile(file: File): Promise<void> {
  const mine = ++openings;
  const reading = await readFile(file);
  if (mine !== openings) return;
  const wrong = 'problems' in reading ? reading : wrongWith(reading);
  if (wrong) refuse(file.name, wrong);
}

function wrongWith(reading: Reading): Wrong | undefined {
  return reading.ok ? show(reading.scenario, emptyLink, [], true) : wrongOf(reading);
}

/** Files that were dropped on the page: one of them can be opened. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [file, ...others] = files;
  if (file && others.length === 0) return openFile(file);
  refuse('What was dropped', unread(`${files.length} files`, 'one scenario file'));
}

async function readFile(file: File): Promise<Reading | Wrong> {
  if (file.size > mostBytes) {
    return unread(`${file.size} bytes`, `a scenario file of at most ${LONGEST_TEXT} characters`);
  }
  try {
    return await readWithCatalogue(await file.text(), file.name);
  } catch (error) {
    // A folder, or a file that went away.
    return unread(
      error instanceof Error ? error.message : String(error),
      'a file that can be read',
    );
  }
}

function unread(found: string, expected: string): Wrong {
  return { problems: [{ path: '', found, expected }], more: 0 };
}

/** What is wrong, without whose it is. */
export type Wrong = Omit<Refusal, 'what'>;

export function wrongOf({ errors, more }: Unread): Wrong {
  return { problems: errors, more };
}

/** Puts a scenario on the page as the link asks; gives back what is wrong, and then changes nothing. */
function show(
  base: Scenario,
  link: Link,
  views: readonly string[],
  isFile = false,
): Wrong | undefined {
  const result = answerLink(base, link, views);
  if ('problems' in result) return result;
  const { language, ...answer } = result.answer;
  usePage.setState({
    base,
    isFile,
    ...answer,
    ...(language !== undefined && { language }),
    ...(link.view !== undefined && { view: link.view }),
    past: [],
    future: [],
    playing: false,
    refusal: undefined,
  });
  askForEnsemble(answer.run);
  return undefined;
}

export function refuse(what: string, wrong: Wrong): void {
  usePage.setState({ refusal: { what, ...wrong } });
}

export function closeRefusal(): void {
  usePage.setState({ refusal: undefined });
}
