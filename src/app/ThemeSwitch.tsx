// Light or dark: as the system says until somebody chooses.
import { useState } from 'react';

type Theme = 'light' | 'dark';

export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        document.documentElement.dataset.theme = other;
        setTheme(other);
      }}
    >
      {other === 'dark' ? 'Dark' : 'Light'}
    </button>
  );
}
