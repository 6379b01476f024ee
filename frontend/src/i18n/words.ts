import { useLingui } from '@lingui/react';
import { useCallback } from 'react';

/** A text that the API gives in both languages. */
export type Words = { en: string; es: string };

/** Picks the text of the language that the page is shown in. */
export function useWords(): (words: Words) => string {
  const { i18n } = useLingui();
  const language = i18n.locale;
  return useCallback((words: Words) => (language === 'es' ? words.es : words.en), [language]);
}
