import { minutes } from '../../internal/strings/cy.ts';
import type { EndingWords } from './ending.en.ts';

/**
 * The words of the last page and of the confirmation, in Welsh.
 *
 * No Welsh speaker has checked them yet: one must, before a hub offers them.
 */
export const ending: EndingWords = {
  supporters: {
    person: place => `Cefnogwr ${place}`,
    // All of these are answered by the same word, so each asks with the same verb.
    labels: {
      relationship: 'Pwy yw’r cefnogwr?',
      paid: 'Ydy’r cefnogwr yn cael ei dalu am roi gofal neu gymorth?',
      person_agrees: {
        self: 'Ydy’r cefnogwr yn rhywun yr hoffech chi ei gael i siarad ar eich rhan?',
        other: 'Ydy’r person eisiau hynny?',
      },
      willing: 'Ydy’r cefnogwr yn fodlon gwneud hynny?',
      available: 'Ydy’r cefnogwr yn gallu gwneud hynny, ac yn ddigon agos?',
      knows_views: 'Ydy’r cefnogwr yn gwybod beth mae’r person ei eisiau?',
      attorney_or_deputy: 'Ydy’r cefnogwr yn atwrnai neu’n ddirprwy?',
      alleged_source_of_harm: 'Ydy rhywun wedi dweud bod y cefnogwr wedi achosi niwed?',
      safe_to_involve: 'Ydy hi’n ddiogel i ni siarad â’r cefnogwr?',
    },
    options: { yes: 'Ydy', no: 'Nac ydy', unknown: 'Ddim yn gwybod' },
    add: 'Ychwanegu cefnogwr arall',
    remove: 'Tynnu',
  },

  chooseLanguage: 'Dewiswch iaith',
  // From CLDR: not every browser has them.
  languageNames: {
    pl: 'Pwyleg', ro: 'Rwmaneg', pa: 'Pwnjabeg', ur: 'Wrdw', pt: 'Portiwgaleg', es: 'Sbaeneg', ar: 'Arabeg', bn: 'Bengaleg', gu: 'Gwjarati', it: 'Eidaleg', ta: 'Tamileg', fr: 'Ffrangeg', lt: 'Lithwaneg', zh: 'Tsieinëeg', yue: 'Cantoneeg', tr: 'Tyrceg', bg: 'Bwlgareg', ru: 'Rwseg', so: 'Somaleg', fa: 'Perseg', hu: 'Hwngareg', el: 'Groeg', de: 'Almaeneg', hi: 'Hindi', ml: 'Malayalam', ku: 'Cwrdeg', te: 'Telugu', uk: 'Wcreineg', ps: 'Pashto', sq: 'Albaneg', ne: 'Nepaleg', vi: 'Fietnameg', ti: 'Tigrinya', am: 'Amhareg', sk: 'Slofaceg', cs: 'Tsieceg', cy: 'Cymraeg', yo: 'Iorwba', ak: 'Acaneg', th: 'Thai', sw: 'Swahili',
  }, // prettier-ignore

  check: {
    change: 'Newid',
    notAnswered: 'Heb ei ateb',
    dateUnknown: 'Mae dyddiad, ond nid yw’n hysbys',
    files:
      'Allwch chi ddim ychwanegu ffeiliau yma. Os bydd angen papurau arnom, byddwn ni’n gofyn i chi amdanyn nhw mewn ffordd ddiogel.',
    privacy: 'Sut rydyn ni’n defnyddio beth rydych chi’n ei ddweud wrthym',
    basis: 'Pam mae gennym hawl i’w ddefnyddio',
    privacyLink: 'Darllenwch fwy am eich preifatrwydd',
    complainLink: 'Cwyno am sut mae eich gwybodaeth yn cael ei defnyddio',
    noNotice: hub =>
      `Pan fyddwch yn anfon hwn, bydd ${hub} yn ei gael. Gofynnwch iddyn nhw sut maen nhw’n ei ddefnyddio ac yn ei gadw.`,
  },

  send: 'Anfon',
  sending: 'Wrthi’n anfon…',
  sendFailures: {
    tooMuch: {
      heading: 'Rydych chi wedi ysgrifennu mwy nag y gallwn ei gymryd',
      text: 'Mae eich atebion yma o hyd. Gwnewch yr un hiraf yn fyrrach, ac wedyn anfonwch eto. Gallwch ddweud y gweddill wrthym pan fyddwn ni’n siarad.',
    },
    unreachable: {
      heading: 'Ddaeth dim ateb',
      text: 'Dydyn ni ddim yn gwybod a wnaeth gyrraedd. Mae eich atebion yma o hyd. Gallwch geisio eto, a bydd yn cyfri unwaith yn unig.',
    },
    portal: {
      heading: 'Atebodd rhywbeth arall',
      text: 'Mae eich atebion yma o hyd. Ar Wi-Fi cyhoeddus, agorwch dab newydd a mewngofnodwch yno. Yna dewch yn ôl a cheisiwch eto.',
    },
    busy: {
      heading: 'Mae llawer o bobl yn anfon nawr',
      text: count => `Mae eich atebion yma o hyd. Arhoswch ${minutes(count)}, yna ceisiwch eto.`,
    },
    unsure: {
      heading: 'Allwn ni ddim bod yn siŵr ei fod wedi cyrraedd',
      text: 'Mae eich atebion yma o hyd. Gallwch geisio eto, a bydd yn cyfri unwaith yn unig.',
    },
    broken: {
      heading: 'Does dim modd anfon hwn o’r wefan hon nawr',
      text: 'Ein bai ni yw hyn, nid eich bai chi. Mae eich atebion yma o hyd, felly gallwch eu darllen yn uchel i rywun.',
    },
  },

  sent: {
    received: {
      heading: 'Wedi’i anfon. Rydyn ni wedi’i gael.',
      text: 'Diolch am ddweud wrthym.',
      next: {
        self: [
          'Bydd rhywun yn yr hwb yn darllen beth ddywedoch chi wrthym.',
          'Byddwn ni’n cysylltu â chi, ond dim ond yn y ffyrdd a ddewisoch chi.',
          'Byddwn ni’n eich helpu i ddod o hyd i’r eiriolwr iawn.',
        ],
        other: [
          'Bydd rhywun yn yr hwb yn darllen beth ddywedoch chi wrthym.',
          'Dim ond y ffyrdd o gysylltu a ddewisoch chi y byddwn ni’n eu defnyddio.',
          'Byddwn ni’n helpu’r person i ddod o hyd i’r eiriolwr iawn.',
        ],
      },
      nextWithoutUs: {
        self: [
          'Bydd rhywun yn yr hwb yn darllen beth ddywedoch chi wrthym.',
          'Fyddwn ni ddim yn cysylltu â chi. Cysylltwch â ni pan allwch chi, a dywedwch eich cyfeirnod.',
          'Byddwn ni’n eich helpu i ddod o hyd i’r eiriolwr iawn.',
        ],
        other: [
          'Bydd rhywun yn yr hwb yn darllen beth ddywedoch chi wrthym.',
          'Fyddwn ni ddim yn cysylltu â nhw. Gallan nhw gysylltu â ni a dweud y cyfeirnod.',
          'Byddwn ni’n helpu’r person i ddod o hyd i’r eiriolwr iawn.',
        ],
      },
    },
    quarantined: {
      heading: 'Mae’r hwb wedi’i gael, a rhaid i rywun edrych arno',
      text: 'Mae wedi cyrraedd, ond doedd ein cyfrifiadur ddim yn gallu ei ddarllen. Gall hyn gymryd mwy o amser.',
      next: {
        self: ['Bydd rhywun yn yr hwb yn edrych arno.', 'Gallwch chi hefyd siarad â ni nawr, a dweud eich cyfeirnod.'],
        other: ['Bydd rhywun yn yr hwb yn edrych arno.', 'Gallwch chi hefyd siarad â ni nawr, a dweud eich cyfeirnod.'],
      },
      nextWithoutUs: {
        self: ['Bydd rhywun yn yr hwb yn edrych arno.', 'Gallwch chi hefyd siarad â ni nawr, a dweud eich cyfeirnod.'],
        other: ['Bydd rhywun yn yr hwb yn edrych arno.', 'Gallwch chi hefyd siarad â ni nawr, a dweud eich cyfeirnod.'],
      },
    },
    byWhen: days =>
      days === 0
        ? 'Byddwn ni’n gwneud hyn ar yr un diwrnod gwaith.'
        : days === 1
          ? 'Byddwn ni’n gwneud hyn erbyn diwedd y diwrnod gwaith nesaf.'
          : `Byddwn ni’n gwneud hyn o fewn ${days} ${days === 2 ? 'ddiwrnod' : 'diwrnod'} gwaith. Dydy penwythnosau a gwyliau banc ddim yn cyfri.`,
    reference: 'Eich cyfeirnod',
    referenceHint: 'Dywedwch hwn pan fyddwch yn siarad â ni. Nid yw’n dweud dim amdanoch chi wrth neb.',
    code: 'Eich cod preifat',
    codeHint: 'Peidiwch â’i ddweud wrth neb. Gyda’ch cyfeirnod, mae’n dangos mai chi yw’r un a ofynnodd.',
    // “Eto” would say “again” and “yet” at once.
    keep: 'Ysgrifennwch y ddau nawr. Dim ond unwaith y gallwn ni eu dangos.',
    later: 'Gyda’r ddau gallwch ddod yn ôl unrhyw bryd.',
    statusLink: 'Gweld ble mae pethau, newid rhywbeth neu ei dynnu’n ôl',
    nextHeading: 'Beth sy’n digwydd nesaf',
    contact: {
      heading: 'Siarad â rhywun',
      lead: 'Dywedwch eich cyfeirnod, er mwyn i ni ddod o hyd i beth ddywedoch chi wrthym.',
    },
    finish: 'Gorffen ac anghofio’r rhain',
    print: 'Argraffu’r ddau',
    save: 'Cadw’r ddau',
    note: 'nodyn',
    equality: {
      heading: 'Rhagor o gwestiynau, os hoffech chi',
      text: 'Maen nhw’n ein helpu i weld a ydyn ni’n cyrraedd pawb. Maen nhw’n cael eu cadw ar wahân i beth rydych chi newydd ei anfon. Gallwch eu gadael allan.',
      ask: 'Ateb ychydig o gwestiynau',
    },
  },
};
