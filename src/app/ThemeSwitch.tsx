// Light or dark: as the system says until somebody chooses; the choice is kept on this device.
import { useEffect, useState } from 'react';

type Theme = 'light' | 'dark';

const KEY = 'overblock-theme';

function keptTheme(): Theme | undefined {
  const kept = readKept();
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

/** Storage may be forbidden; then the choice lasts as long as the page. */
function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Forbidden: nothing to do, the page shows the theme all the same.
  }
}

export function ThemeSwitch() {
  const [chosen, setChosen] = useState(keptTheme);
  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const other = (chosen ?? system) === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        keep(other);
        setChosen(other);
      }}
    >
      {other === 'dark' ? 'Dark' : 'Light'}
    </button>
  );
}
