/** The hub's own pages in English: what stands around the widget, and what can be read without it. */
const en = {
  /** The tag of the language that these words are in. */
  language: 'en-GB',
  // Nothing that a person does or asks for ever stands in a title: it stays in the browser's history.
  title: 'Help to be heard',
  pages: { '/ask': 'Ask for an advocate', '/status': 'What you sent us' },
  /** The way to each page, in the words of somebody who wanted that one. */
  links: { '/ask': 'Ask for an advocate', '/status': 'See or change what you sent us' },
  notice: 'How we use what you tell us',
  complain: 'Complain about how we use it',
  noCookies: 'This page does not use cookies.',
  noScript: 'The rest of this page needs JavaScript. It is switched off in your browser.',
  away: 'We cannot show this page now',
  later: 'Try again later. If somebody is in danger, ring 999.',
  contact: 'Speak to us',
  kinds: {
    telephone: 'Telephone',
    text_message: 'Text message',
    text_relay: 'Text relay for deaf people',
    bsl_relay: 'British Sign Language',
    email: 'E-mail',
    post: 'Post',
    drop_in: 'Come and see us',
    web: 'Website',
  },
};
export type PageWords = typeof en;

/**
 * The same in Welsh.
 *
 * No Welsh speaker has checked them yet: one must before a hub offers Welsh.
 */
const cy: PageWords = {
  language: 'cy',
  title: 'Cymorth i gael eich clywed',
  pages: { '/ask': 'Gofyn am eiriolwr', '/status': 'Beth anfonoch chi atom ni' },
  links: { '/ask': 'Gofyn am eiriolwr', '/status': 'Gweld neu newid beth anfonoch chi atom ni' },
  notice: 'Sut rydyn ni’n defnyddio beth rydych chi’n ei ddweud wrthym',
  complain: 'Cwyno am sut rydyn ni’n ei ddefnyddio',
  noCookies: 'Dydy’r dudalen hon ddim yn defnyddio cwcis.',
  noScript: 'Mae angen JavaScript ar weddill y dudalen hon. Mae wedi’i ddiffodd yn eich porwr.',
  away: 'Allwn ni ddim dangos y dudalen hon nawr',
  later: 'Rhowch gynnig arall arni nes ymlaen. Os oes rhywun mewn perygl, ffoniwch 999.',
  contact: 'Siarad â ni',
  kinds: {
    telephone: 'Ffôn',
    text_message: 'Neges destun',
    text_relay: 'Cyfnewid testun i bobl fyddar',
    bsl_relay: 'Iaith Arwyddion Prydain',
    email: 'E-bost',
    post: 'Drwy’r post',
    drop_in: 'Galwch heibio i’n gweld',
    web: 'Gwefan',
  },
};

/** The page's own words in this language, or in English where it has none. */
export function wordsIn(language: string | undefined): PageWords {
  return language === 'cy' ? cy : en;
}
