// What a view of the stage is: a picture of a run at a moment.
import type { ComponentType } from 'react';
import type { Run } from '../model/index.ts';

export interface PictureProps {
  readonly run: Run;
  readonly tick: number;
}

/** A plug-in: one folder, and one line in index.ts. */
export interface StageView {
  /** Kebab-case; stands in links, so it never changes once published. */
  readonly id: string;
  readonly title: string;
  readonly Picture: ComponentType<PictureProps>;
}
