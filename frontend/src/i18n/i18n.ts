import { i18n, type Messages } from '@lingui/core';

/** The languages of the page. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'dmb-language';

function isLanguage(value: string | null | undefined): value is Language {
  return value === 'en' || value === 'es';
}

/** The language chosen before, else the browser's, else English. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const known = navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);
  return known ?? 'en';
}

async function load(language: Language): Promise<Messages> {
  const catalog =
    language === 'es' ? await import('../locales/es/messages.po') : await import('../locales/en/messages.po');
  return catalog.messages;
}

/** Loads a language and shows the page in it. */
export async function activate(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await load(language) });
  document.documentElement.lang = language;
}

/** Switches the language and keeps the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await activate(language);
}
