import { en, type Words } from './en.ts';

/** Languages besides English, by their tag; each file is loaded when a page first asks for it. */
const others: Readonly<Record<string, () => Promise<Words>>> = {};

/** The words of a language tag such as `en-GB`: those of its language, or English where there are none. */
export async function wordsOf(tag: string): Promise<Words> {
  const [language = ''] = tag.toLowerCase().split('-');
  return (await others[language]?.()) ?? en;
}

/** The language that an element stands in: its own `lang` or that of the nearest ancestor, through shadow roots. */
export function languageOf(element: Element): string {
  const found = element.closest<HTMLElement>('[lang]');
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}
