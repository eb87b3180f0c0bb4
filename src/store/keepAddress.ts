// The address bar follows the page, and the page follows the address bar.
import { formatAddress, momentOfTick } from '../model/index.ts';
import { writeLink } from './link.ts';
import { type PageState, usePage } from './state.ts';

const QUIET_MS = 300;
/** The fragment of the way past the controls: a place on the page, and no state of it. */
export const TO_STAGE = '#stage';
const PARTS_OF_LINK = ['base', 'edits', 'tick', 'view', 'selection', 'language'] as const;

/** Writes the state into the address a moment after it changed; a fragment from elsewhere is handed on. */
export function keepAddress(onFragment: (fragment: string) => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  usePage.subscribe((page, before) => {
    if (PARTS_OF_LINK.every((part) => page[part] === before[part])) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      written = linkOf(usePage.getState());
      history.replaceState(null, '', written || location.pathname + location.search);
    }, QUIET_MS);
  });
  addEventListener('hashchange', () => {
    if (location.hash === TO_STAGE) history.replaceState(null, '', written || location.pathname);
    else if (location.hash !== written) onFragment(location.hash);
  });
}

/** The link of the present state; none for a file of one's own, which no link can carry. */
function linkOf({ base, edits, tick, view, run, isFile, selection, language }: PageState): string {
  if (!run || !base || isFile) return '';
  const look =
    selection?.kind === 'address'
      ? formatAddress(selection.address)
      : selection && run.plan.world.services.ids[selection.service];
  const at = momentOfTick(run.plan, tick);
  const other = language === 'en' ? undefined : language;
  return writeLink({ scenario: base.id, edits, at, view, look, language: other });
}
