import type { EndingWords } from './strings/ending.en.ts';

/**
 * Languages that people in England most often need an interpreter for, by tag
 * (main languages other than English, Census 2021, by number of speakers), and Welsh.
 */
const tags = [
  'pl', 'ro', 'pa', 'ur', 'pt', 'es', 'ar', 'bn', 'gu', 'it', 'ta', 'fr', 'lt', 'zh', 'yue', 'tr', 'bg', 'ru', 'so',
  'fa', 'hu', 'el', 'de', 'hi', 'ml', 'ku', 'te', 'uk', 'ps', 'sq', 'ne', 'vi', 'ti', 'am', 'sk', 'cs', 'cy', 'yo', 'ak',
  'th', 'sw',
]; // prettier-ignore

type Names = Pick<EndingWords, 'languageNames'>;

/** The languages to choose from, named and ordered in the language of the form. */
export function languageOptions(language: string, names: Names) {
  const { compare } = new Intl.Collator(language);
  return tags
    .map(value => ({ value, label: languageName(value, language, names) }))
    .sort((one, other) => compare(one.label, other.label));
}

export function languageName(tag: string, locale: string, { languageNames }: Names): string {
  return languageNames[tag] ?? new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}
