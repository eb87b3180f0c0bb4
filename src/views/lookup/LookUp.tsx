// The search box: an address or the name of a service, answered in words.
import { useId, useState } from 'react';
import { formatAddress, parseAddress, type Run } from '../../model/index.ts';
import { clearSelection, selectAddress, selectService } from '../../store/actions.ts';
import { usePage } from '../../store/state.ts';
import { type Found, findServices } from './findServices.ts';
import { answerAddress, answerService } from './words.ts';
import './lookup.css';

export function SearchBox({ run }: { run: Run }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const found = findAll(run, text);
  const choose = (one: Found | undefined) => {
    if (!one) return;
    if (one.kind === 'service') selectService(one.value);
    else selectAddress(one.value);
    setOpen(false);
  };
  const isNothing = open && text.trim() !== '' && found.length === 0;
  return (
    <search className="search">
      <label>
        <span className="visually-hidden">Look up an address or a service</span>
        <input
          className="field search-field"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          placeholder="Address or service: 34.230.170.103, Viber…"
          aria-expanded={open && found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
            else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
            else if (event.key === 'Enter') choose(found[active]);
            else if (event.key === 'Escape') setOpen(false);
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <div
        className="search-list"
        id={listId}
        role="listbox"
        aria-label="Found"
        hidden={!open || found.length === 0}
      >
        {found.map((one, index) => (
          <div
            key={`${one.kind} ${one.value}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(one);
            }}
          >
            {one.label}
          </div>
        ))}
      </div>
      <p className="search-list search-nothing" role="status" hidden={!isNothing}>
        No service has “{text}” in its name, and it is not an address such as 34.230.170.103.
      </p>
    </search>
  );
}

function findAll(run: Run, text: string): Found[] {
  const address = parseAddress(text.trim());
  if (address === undefined) return findServices(run, text);
  return [{ kind: 'address', value: address, label: `${formatAddress(address)} — what is there?` }];
}

/** The answer to what is selected, on the stage beside the picture. */
export function LookUpAnswer({ run, tick }: { run: Run; tick: number }) {
  const selection = usePage((page) => page.selection);
  const isPlaying = usePage((page) => page.playing);
  if (!selection) return null;
  return (
    <section
      className="answer"
      aria-label="What was looked up"
      aria-live={isPlaying ? 'off' : 'polite'}
    >
      <button
        type="button"
        className="button answer-close"
        onClick={clearSelection}
        aria-label="Close"
      >
        ✕
      </button>
      {selection.kind === 'address' ? (
        <AboutAddress run={run} tick={tick} address={selection.address} />
      ) : (
        <AboutService run={run} tick={tick} service={selection.service} />
      )}
    </section>
  );
}

function AboutAddress({ run, tick, address }: { run: Run; tick: number; address: number }) {
  const answer = answerAddress(run, address, tick);
  return (
    <>
      <h3>{answer.title}</h3>
      <p>{answer.sentences.join(' ')}</p>
      <ServiceButtons run={run} title="Served from it: " services={answer.services} />
      <ServiceButtons
        run={run}
        title={answer.neighbours.length === 1 ? 'Its neighbour is ' : 'Its neighbours are '}
        services={answer.neighbours}
      />
      {answer.places !== '' && <p className="small soft">{answer.places}</p>}
    </>
  );
}

function ServiceButtons({
  run,
  title,
  services,
}: {
  run: Run;
  title: string;
  services: readonly number[];
}) {
  if (services.length === 0) return null;
  const { names } = run.plan.world.services;
  const between = services.some((service) => names[service]?.includes(',')) ? '; ' : ', ';
  return (
    <p>
      {title}
      {services.map((service, index) => (
        <span key={service}>
          {index > 0 && between}
          <button type="button" className="link" onClick={() => selectService(service)}>
            {names[service]}
          </button>
        </span>
      ))}
      .
    </p>
  );
}

const MOST_ADDRESSES = 6;

function AboutService({ run, tick, service }: { run: Run; tick: number; service: number }) {
  const { title, sentences, figures, said, addresses } = answerService(run, service, tick);
  return (
    <>
      <h3>{title}</h3>
      <p>{sentences.join(' ')}</p>
      {said && (
        <p className="small">
          <span className="soft">Reported at the time:</span> {said.text}{' '}
          <span className="soft">
            {said.url?.startsWith('http') ? (
              <a href={said.url} rel="noreferrer">
                {said.source}
              </a>
            ) : (
              said.source
            )}
          </span>
        </p>
      )}
      <details className="small">
        <summary>Where its figures come from</summary>
        <ul>
          {figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      </details>
      {addresses.map((group) => (
        <p className="small" key={group.title}>
          <span className="soft">{group.title}</span>
          {group.addresses.slice(0, MOST_ADDRESSES).map((address, index) => (
            <span key={address}>
              {index > 0 && ', '}
              <button type="button" className="link" onClick={() => selectAddress(address)}>
                {formatAddress(address)}
              </button>
            </span>
          ))}
          {group.addresses.length > MOST_ADDRESSES &&
            ` and ${group.addresses.length - MOST_ADDRESSES} more`}
        </p>
      ))}
    </>
  );
}
