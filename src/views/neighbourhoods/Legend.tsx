// What the marks and fills mean.
import type { ReactNode } from 'react';
import { DOWN_LOSS, HIT_LOSS } from '../../scenario/words.ts';

const DIAMOND = 'M12 1.5 18.5 8 12 14.5 5.5 8Z';

export function Legend({ targets }: { readonly targets: readonly string[] }) {
  return (
    <ul className="nb-legend">
      <Item
        text="blocks of addresses"
        title="Each patch is a block of addresses as it was registered (a prefix)."
      >
        <rect className="nb-key-a" x="1" y="1" width="11" height="14" />
        <rect className="nb-key-b" x="12" y="1" width="11" height="14" />
      </Item>
      <Item text="listed: on the block list">
        <rect className="nb-key-listed" x="1" y="1" width="22" height="14" />
        <path className="nb-key-hatch" d="M1 9 9 1M2 15 16 1M9 15 23 1M16 15 23 8" />
      </Item>
      <Item
        text={targets.length === 1 ? `${targets[0]}, the target: works` : 'a target: works'}
        title={`At this address it loses less than ${HIT_LOSS} of its sessions.`}
      >
        <path className="nb-key-target" d={DIAMOND} />
      </Item>
      <Item
        text={`target hit: loses ${HIT_LOSS} or more`}
        title={`At this address it loses ${HIT_LOSS} of its sessions or more, but less than ${DOWN_LOSS}.`}
      >
        <path className="nb-key-target" d={DIAMOND} />
        <path className="nb-key-half" d="M8 8.5 12 12.5 16 8.5Z" />
      </Item>
      <Item
        text={`target stopped: loses ${DOWN_LOSS} or more`}
        title={`At this address it loses ${DOWN_LOSS} of its sessions or more: by a list there, or by boxes everywhere.`}
      >
        <path className="nb-key-target" d={DIAMOND} />
        <path
          className="nb-key-cross nb-key-cross-target"
          d="M9.8 5.8 14.2 10.2M14.2 5.8 9.8 10.2"
        />
      </Item>
      <Item text="neighbour: works" title="A service that loses less than 5 % of its sessions.">
        <circle className="nb-key-works" cx="12" cy="8" r="4.2" />
      </Item>
      <Item
        text="hit elsewhere only"
        title="This address works, but the service loses sessions at its other addresses."
      >
        <circle className="nb-key-works" cx="12" cy="8" r="4.2" />
        <circle className="nb-key-hit" cx="12" cy="8" r="1.9" />
      </Item>
      <Item text="hit: loses 5 % or more" title="A service that loses 5 % to 50 % of its sessions.">
        <circle className="nb-key-hit" cx="12" cy="8" r="4.2" />
      </Item>
      <Item
        text="down: loses half or more"
        title="A service that loses half of its sessions or more."
      >
        <circle className="nb-key-hit" cx="12" cy="8" r="6" />
        <path className="nb-key-cross" d="M9.8 5.8 14.2 10.2M14.2 5.8 9.8 10.2" />
      </Item>
    </ul>
  );
}

interface ItemProps {
  readonly text: string;
  readonly title?: string;
  readonly children: ReactNode;
}

function Item({ text, title, children }: ItemProps) {
  return (
    <li title={title}>
      <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
