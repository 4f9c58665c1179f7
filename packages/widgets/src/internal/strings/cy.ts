import type { Words } from './en.ts';

/**
 * The words that all elements share, in Welsh.
 *
 * No Welsh speaker has checked them yet: one must before a hub offers Welsh.
 * Plain Welsh as the Welsh Government writes it: short sentences, `chi` for the reader, `nhw` for one person as for many.
 */
export const cy: Words = {
  language: 'cy',
  direction: 'ltr',
  months: [
    'Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd',
    'Rhagfyr',
  ], // prettier-ignore
  waiting: 'Wrthi’n llwytho',
  tryAgain: 'Ceisio eto',
  newTab: '(yn agor mewn tab newydd)',
  languages: 'Iaith',

  contact: {
    heading: 'Siarad â rhywun yn lle hynny',
    lead: 'Does dim rhaid i chi ddefnyddio’r ffurflen hon.',
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
  },

  errors: {
    heading: 'Mae problem',
    title: 'Gwall: ',
    tooLong: label =>
      `Mae beth ysgrifennoch chi o dan “${label}” yn rhy hir. Ysgrifennwch lai, neu dywedwch y gweddill wrthym pan fyddwn ni’n siarad.`,
  },

  failures: {
    unsure: {
      heading: 'Allwn ni ddim bod yn siŵr mai’r hwb yw hwn',
      text: 'Ceisiwch eto. Os bydd hyn yn parhau, siaradwch â rhywun yn lle hynny.',
    },
    unreachable: {
      heading: 'Allwn ni ddim cyrraedd yr hwb',
      text: 'Efallai mai eich cysylltiad â’r rhyngrwyd yw’r broblem, neu fod yr hwb yn brysur. Edrychwch ar eich cysylltiad, yna ceisiwch eto.',
    },
    portal: {
      heading: 'Atebodd rhywbeth arall',
      text: 'Mae hyn yn digwydd yn aml ar Wi-Fi cyhoeddus sy’n gofyn i chi fewngofnodi. Agorwch dab newydd, mewngofnodwch yno, yna ceisiwch eto.',
    },
    busy: {
      heading: 'Mae llawer o bobl yn defnyddio hwn nawr',
      text: count => `Arhoswch ${minutes(count)}, yna ceisiwch eto.`,
    },
    broken: {
      heading: 'Dydy hwn ddim yn gweithio ar y wefan hon nawr',
      text: 'Ein bai ni yw hyn, nid eich bai chi. Fydd ceisio eto ddim yn helpu. Siaradwch â rhywun yn lle hynny.',
    },
  },

  day: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
};

/**
 * How long to wait, as it stands after the verb. A number is followed by the singular, and 2 changes its first letter.
 * By hand, because not every browser knows the plural rules of Welsh.
 */
export function minutes(count: number): string {
  if (count <= 1) return 'funud';
  return count === 2 ? '2 funud' : `${count} munud`;
}
