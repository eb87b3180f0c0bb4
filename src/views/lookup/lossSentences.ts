// What a service loses, which entries take it, and why it does not lose more: in sentences.
import {
  type AppliedEntry,
  type Explanation,
  explainService,
  type Mercy,
  type Run,
  whyItWorks,
} from '../../model/index.ts';
import { keepsList, listingInWords } from '../../scenario/addressWords.ts';
import {
  lagOfEntry,
  partOfAddresses,
  strategyInWords,
  throughNeedInWords,
} from '../../scenario/lossWords.ts';
import { count, listInWords, percent } from '../../scenario/words.ts';

/** What it loses now and which entries take it; of several strategies, how many addresses each covers. */
export function lossInWords(run: Run, service: number, tick: number): string[] {
  const explanation = explainService(run, service, tick);
  const { lost, losses, listedAddresses, addresses } = explanation;
  const listed = listedShareInWords(listedAddresses, addresses);
  const mercy = whyItWorks(run, service, tick);
  if (lost === 0) {
    const although = listedAddresses > 0 ? `, although ${listed}` : '';
    const why = mercy ? mercyInWords(mercy) : [];
    return [
      `In this simulation it loses nothing at this time${although}.`,
      ...why,
      ...peopleInWords(explanation),
    ];
  }
  // Where something is lost, each entry says which networks do not apply it yet.
  const { applied: _, ...others } = mercy ?? {};
  return [
    `In this simulation it loses ${percent(lost)} of its sessions${keepsList(run) ? `; ${listed}` : ''}.`,
    ...mercyInWords(others),
    ...needsInWords(run, explanation),
    ...peopleInWords(explanation),
    ...losses.map(({ strategy, share, entries, addresses: some }) => {
      const takes = `${strategyInWords(run, strategy)} takes ${percent(share)}`;
      if (entries.length === 0) return `${takes}.`;
      const part = losses.length > 1 ? ` (${partOfAddresses(some, addresses)})` : '';
      const by = entries.map((entry) => appliedInWords(run, entry));
      return `${takes}${part}: ${listInWords(by, 3)}.`;
    }),
  ];
}

/** What it loses because others that it needs do. */
function needsInWords(run: Run, { throughNeed, needs }: Explanation): string[] {
  const { names } = run.plan.world.services;
  const why = needs.map(
    ({ service, criticality, lost }) =>
      `${names[service] ?? ''}, which loses ${percent(lost)} and stops ${percent(criticality)} of what needs it`,
  );
  return throughNeedInWords(throughNeed, why);
}

/** Sessions that tunnels bring through, and those of people who left. */
function peopleInWords({ saved, gone }: Explanation): string[] {
  return [
    ...(saved > 0 ? [`Tunnels bring ${percent(saved)} of its sessions through.`] : []),
    ...(gone > 0 ? [`People who left took ${percent(gone)} of its sessions elsewhere.`] : []),
  ];
}

function appliedInWords(run: Run, entry: AppliedEntry): string {
  const lag = lagOfEntry(run, entry);
  return `${listingInWords(run, entry.listing)}${lag === '' ? '' : `, ${lag}`}`;
}

function listedShareInWords(listed: number, addresses: number): string {
  if (addresses === 1) return `its only address is ${listed === 0 ? 'not ' : ''}listed`;
  if (listed === 0) return `none of its ${count(addresses)} addresses is listed`;
  if (listed === addresses) return `all of its ${count(addresses)} addresses are listed`;
  const are = listed === 1 ? 'is' : 'are';
  return `${count(listed)} of its ${count(addresses)} addresses ${are} listed`;
}

/** Why little is lost although addresses are listed. */
function mercyInWords({ tries, applied, enforced, carried, hampered }: Mercy): string[] {
  return [
    ...(applied ? [lagInWords(applied)] : []),
    ...(tries === undefined
      ? []
      : [`A client tries up to ${tries} addresses and fails only if all it tries are listed.`]),
    ...(carried === undefined
      ? []
      : [`The parts with listed addresses carry ${percent(carried)} of its sessions.`]),
    ...(enforced === undefined ? [] : [`Networks enforce only ${percent(enforced)} of a list.`]),
    ...(hampered === undefined
      ? []
      : [`Its listed addresses answer: a session there loses ${percent(hampered)} of itself.`]),
  ];
}

function lagInWords({ share, hoursListed }: NonNullable<Mercy['applied']>): string {
  const hours = hoursListed < 2 ? 'an hour' : `${count(hoursListed)} hours`;
  const whose = share === 0 ? 'none applies' : `those of ${percent(share)} of the users apply`;
  return `Networks lag: after ${hours} at most, ${whose} these entries${share === 0 ? ' yet' : ''}.`;
}
