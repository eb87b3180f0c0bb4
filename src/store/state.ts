// What the page keeps: only what cannot be derived. A finished run is replaced, never changed.
import { create } from 'zustand';
import type { Ensemble, Language, LocalText, Run, Scenario } from '../model/index.ts';
import type { Edit } from '../scenario/edits.ts';
import type { Problem } from '../scenario/problem.ts';

export type Selection =
  | { readonly kind: 'service'; readonly service: number }
  | { readonly kind: 'address'; readonly address: number };

export interface CatalogueEntry {
  readonly id: string;
  readonly title: LocalText;
}

/** Why something could not be opened; the last good scenario stays. */
export interface Refusal {
  readonly what: string;
  readonly problems: readonly Problem[];
  /** How many further problems were left out of the list. */
  readonly more: number;
}

export interface PageState {
  /** In which the texts of scenarios are shown, as far as they have been written in it. */
  readonly language: Language;
  readonly catalogue: readonly CatalogueEntry[];
  /** The scenario as loaded, and what was changed of it. */
  readonly base: Scenario | undefined;
  /** It was opened from a file of one's own, so no link can carry it. */
  readonly isFile: boolean;
  readonly edits: readonly Edit[];
  /** Edits before and after the present ones, for undo and redo. */
  readonly past: readonly (readonly Edit[])[];
  readonly future: readonly (readonly Edit[])[];
  readonly run: Run | undefined;
  readonly ensemble: Ensemble | undefined;
  readonly tick: number;
  readonly playing: boolean;
  readonly hoursPerSecond: number;
  readonly selection: Selection | undefined;
  readonly view: string;
  readonly refusal: Refusal | undefined;
}

export const usePage = create<PageState>(() => ({
  language: 'en',
  catalogue: [],
  base: undefined,
  isFile: false,
  edits: [],
  past: [],
  future: [],
  run: undefined,
  ensemble: undefined,
  tick: 0,
  playing: false,
  hoursPerSecond: 24,
  selection: undefined,
  view: 'neighbourhoods',
  refusal: undefined,
}));
