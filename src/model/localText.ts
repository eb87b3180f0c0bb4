// A text for people in the languages that it was written in: English always, Russian where somebody has.
import * as z from 'zod/mini';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const text = () => z.string().check(z.minLength(1), z.maxLength(2000));

export const localTextSchema = z.strictObject({ en: text(), ru: z.optional(text()) });
export type LocalText = z.infer<typeof localTextSchema>;

/** The text in a language; in English where it has not been written in that one. */
export function textIn(language: Language, written: LocalText): string {
  return written[language] ?? written.en;
}
