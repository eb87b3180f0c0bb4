// In which language the texts of scenarios are shown: English, or Russian where they are written in it.
import { LANGUAGES } from '../../model/index.ts';
import { chooseLanguage } from '../../store/actions.ts';
import { usePage } from '../../store/state.ts';

const names = { en: 'English', ru: 'Русский' } as const;

export function LanguageSwitch() {
  const chosen = usePage((page) => page.language);
  return (
    <fieldset className="story-languages">
      <legend className="visually-hidden">Language of the scenario’s texts</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="button"
          title={names[language]}
          aria-label={names[language]}
          aria-pressed={language === chosen}
          onClick={() => chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
