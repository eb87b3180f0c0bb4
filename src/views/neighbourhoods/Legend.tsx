// What the marks and fills mean.
import type { ReactNode } from 'react';

export function Legend({ target }: { readonly target: string }) {
  return (
    <ul className="nb-legend">
      <Item text="registered prefixes">
        <rect className="nb-key-a" x="1" y="1" width="11" height="14" />
        <rect className="nb-key-b" x="12" y="1" width="11" height="14" />
      </Item>
      <Item text="listed">
        <rect className="nb-key-listed" x="1" y="1" width="22" height="14" />
        <path className="nb-key-hatch" d="M1 9 9 1M2 15 16 1M9 15 23 1M16 15 23 8" />
      </Item>
      <Item text={`${target}, the target`}>
        <path className="nb-key-target" d="M12 1.5 18.5 8 12 14.5 5.5 8Z" />
      </Item>
      <Item text="stopped">
        <path className="nb-key-target" d="M12 1.5 18.5 8 12 14.5 5.5 8Z" />
        <path className="nb-key-cross" d="M9.8 5.8 14.2 10.2M14.2 5.8 9.8 10.2" />
      </Item>
      <Item text="neighbour works">
        <circle className="nb-key-works" cx="12" cy="8" r="4.2" />
      </Item>
      <Item text="hit elsewhere">
        <circle className="nb-key-works" cx="12" cy="8" r="4.2" />
        <circle className="nb-key-hit" cx="12" cy="8" r="1.9" />
      </Item>
      <Item text="hit: loses ≥ 5 %">
        <circle className="nb-key-hit" cx="12" cy="8" r="4.2" />
      </Item>
      <Item text="down: loses ≥ 50 %">
        <circle className="nb-key-hit" cx="12" cy="8" r="6" />
        <path className="nb-key-cross" d="M9.8 5.8 14.2 10.2M14.2 5.8 9.8 10.2" />
      </Item>
    </ul>
  );
}

function Item({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
