// A text in the language of the reader, marked with the language that it turned out to be written in.
import { type LocalText, textIn } from '../model/index.ts';
import { languageShown } from '../scenario/dateWords.ts';
import { usePage } from '../store/state.ts';

export function LocalWords({ text }: { text: LocalText }) {
  const language = usePage((page) => page.language);
  const written = languageShown(language, text);
  return <span lang={written}>{textIn(written, text)}</span>;
}
