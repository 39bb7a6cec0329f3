import { PLUGIN_ID } from '../../../shared/vocabulary';

type Messages = Record<string, string>;

/** One chunk per language. A language that is missing here falls back to English in the host. */
const LANGUAGES: Record<string, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

/** What the host asks for at start: the texts of every language it has switched on. */
export const loadTranslations = ({ locales }: { locales: string[] }) =>
  Promise.all(
    locales.map(async (locale) => {
      const load = LANGUAGES[locale];
      return { locale, data: load ? prefixed((await load()).default) : {} };
    }),
  );
