import { en, type Words } from './en.ts';

/** Words in each language that we have: English stands ready, another is loaded when a page first asks for it. */
export interface Strings<Own> {
  readonly en: Own;
  readonly cy: () => Promise<Own>;
}

/** Languages that we have words in, by their tag. */
export type Spoken = keyof Strings<unknown>;
export const spoken: readonly Spoken[] = ['en', 'cy'];

/** What each language calls itself: browsers do not know the names in all of them. */
export const endonyms: Readonly<Record<Spoken, string>> = { en: 'English', cy: 'Cymraeg' };

const common: Strings<Words> = { en, cy: async () => (await import('./cy.ts')).cy };

/**
 * The words of a language tag such as `en-GB`: those of its language, or English where there are none.
 * An element's own words come with those that all elements share.
 */
export async function wordsOf<Own extends object>(tag: string, own: Strings<Own>): Promise<Words & Own> {
  const language = spokenOf(tag);
  if (language === 'en') return { ...en, ...own.en };
  const [shared, ownWords] = await Promise.all([common[language](), own[language]()]);
  return { ...shared, ...ownWords };
}

/** Which of our languages a tag stands for; English where it is none of them. */
export function spokenOf(tag: string): Spoken {
  const [language = ''] = tag.toLowerCase().split('-');
  return spoken.find(each => each === language) ?? 'en';
}

/** The language that an element stands in: its own `lang` or that of the nearest ancestor, through shadow roots. */
export function languageOf(element: Element): string {
  const found = element.closest<HTMLElement>('[lang]');
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}
