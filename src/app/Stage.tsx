// The stage: one picture at a time out of the register of views.
import type { Run } from '../model/index.ts';
import { chooseView } from '../store/actions.ts';
import { usePage } from '../store/state.ts';
import { stageViews } from '../views/index.ts';

export function Stage({ run, tick }: { run: Run; tick: number }) {
  const chosen = usePage((page) => page.view);
  const view = stageViews.find(({ id }) => id === chosen) ?? stageViews[0];
  if (!view) return null;
  return (
    <section className="stage" aria-label={view.title}>
      {stageViews.length > 1 && (
        <div className="stage-tabs">
          {stageViews.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className="button"
              aria-pressed={id === view.id}
              onClick={() => chooseView(id)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <view.Picture run={run} tick={tick} />
    </section>
  );
}
