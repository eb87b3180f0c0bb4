// A moment with its year, in the language of the reader: 13 April 2018, 12:00; 13 апреля 2018 г., 12:00.
import type { Language, LocalText } from '../model/index.ts';

const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: dayFormat('en-GB'),
  ru: dayFormat('ru'),
};

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
}

/** As the clocks there showed it; midnight stands for a day of which no hour is told. */
export function dateInWords(language: Language, moment: string): string {
  const day = days[language].format(new Date(`${moment.slice(0, 10)}T00:00Z`));
  const time = moment.slice(11, 16);
  return time === '00:00' ? day : `${day}, ${time}`;
}

/** The language that a text is shown in: that of the reader, where it has been written in it. */
export function languageShown(language: Language, text: LocalText): Language {
  return text[language] === undefined ? 'en' : language;
}
