import { minutes } from '../../internal/strings/cy.ts';
import type { StatusWords } from './en.ts';

const looksAtIt = [
  'Bydd rhywun yn yr hwb yn edrych arno.',
  'Gallwch chi hefyd siarad â ni nawr. Dywedwch eich cyfeirnod.',
];

/**
 * The words of the page that tells where a referral stands, in Welsh.
 *
 * No Welsh speaker has checked them yet: one must before a hub offers Welsh.
 */
export const status: StatusWords = {
  ask: {
    heading: 'Gweld beth sy’n digwydd i’ch cais',
    lead: 'Pan ofynnoch chi am eiriolwr, cawsoch chi gyfeirnod a chod preifat. Ysgrifennwch y ddau yma.',
    reference: {
      label: 'Eich cyfeirnod',
      hint: 'Yr un byrraf, fel 7KQ2-M9XD',
      errors: { none: 'Ysgrifennwch eich cyfeirnod' },
    },
    code: {
      label: 'Eich cod preifat',
      hint: 'Yr un hiraf, fel 4TZ8-PW3H-6RNA',
      errors: { none: 'Ysgrifennwch eich cod preifat' },
    },
    show: 'Dangos beth sy’n digwydd',
    showing: 'Wrthi’n chwilio…',
    noMatch: {
      error: 'Dydy’r cyfeirnod a’r cod hyn ddim yn mynd gyda’i gilydd. Edrychwch ar y ddau',
      heading: 'Beth i’w wirio',
      steps: [
        'Efallai eich bod wedi’u cymysgu. Y cod preifat yw’r un hiraf.',
        'Efallai bod llythyren neu rif ar goll neu’n anghywir.',
        'Os gofynnoch chi fwy nag unwaith, mae gan bob cyfeirnod ei god ei hun.',
        'Dydy bylchau a llinellau bach ddim yn gwneud gwahaniaeth. Na llythrennau mawr a bach chwaith.',
      ],
      after: 'Os na allwch chi weld beth sydd o’i le, siaradwch â ni. Gallwn ni eich helpu hebddyn nhw.',
    },
  },

  states: {
    received: {
      heading: 'Mae wedi cyrraedd',
      text: 'Rydyn ni wedi cael beth anfonoch chi.',
      next: [
        'Bydd rhywun yn yr hwb yn darllen beth ddywedoch chi wrthym.',
        'Dim ond y ffyrdd o gysylltu a ddewisoch chi y byddwn ni’n eu defnyddio.',
        'Byddwn ni’n helpu i ddod o hyd i’r eiriolwr iawn.',
      ],
    },
    quarantined: {
      heading: 'Mae wedi cyrraedd, a rhaid i rywun edrych arno',
      text: 'Doedd ein cyfrifiadur ddim yn gallu ei ddarllen. Gall hyn gymryd mwy o amser.',
      next: looksAtIt,
    },
    replaced: {
      heading: 'Mae un mwy newydd',
      text: 'Newidioch chi eich atebion a’u hanfon eto. Rydyn ni’n gweithio gyda’r rhai mwy newydd.',
      next: [
        'I weld beth sy’n digwydd iddyn nhw, defnyddiwch y cyfeirnod a’r cod mwy newydd.',
        'Os nad ydyn nhw gennych chi, siaradwch â ni a dywedwch y cyfeirnod hwn.',
      ],
    },
    withdrawn: {
      heading: 'Cafodd ei dynnu’n ôl',
      text: 'Dydyn ni ddim yn chwilio am eiriolwr mwyach oherwydd y cais hwn.',
      next: [
        'Gallwch ofyn am eiriolwr eto ar unrhyw adeg.',
        'Os camgymeriad yw hyn, neu os gwnaeth rhywun arall hyn, siaradwch â ni neu dywedwch wrthym isod.',
      ],
    },
    other: {
      heading: 'Mae’r hwb wedi’i gael',
      text: 'Siaradwch â ni i glywed beth sy’n digwydd nawr. Dywedwch eich cyfeirnod.',
      next: ['Gall rhywun yn yr hwb ddweud mwy wrthych chi.'],
    },
  },
  reference: 'Eich cyfeirnod',
  arrived: 'Pryd cyrhaeddodd',
  changed: 'Eich newid diwethaf',
  next: 'Beth sy’n digwydd nesaf',
  byWhen: days =>
    days === 0
      ? 'Os cawn ni gysylltu, byddwn ni’n gwneud hynny ar yr un diwrnod gwaith.'
      : days === 1
        ? 'Os cawn ni gysylltu, byddwn ni’n gwneud hynny erbyn diwedd y diwrnod gwaith nesaf.'
        : `Os cawn ni gysylltu, byddwn ni’n gwneud hynny o fewn ${days} ${days === 2 ? 'ddiwrnod' : 'diwrnod'} gwaith ar ôl iddo gyrraedd. Dydy penwythnosau a gwyliau banc ddim yn cyfri.`,
  late: 'Os yw’r amser hwnnw wedi mynd heibio a chithau heb glywed dim, siaradwch â ni.',
  contact: {
    heading: 'Siarad â rhywun',
    lead: 'Dywedwch eich cyfeirnod, er mwyn i ni ddod o hyd i beth ddywedoch chi wrthym.',
  },

  ways: 'Beth gallwch chi ei wneud',
  finish: {
    text: 'Oes pobl eraill yn defnyddio’r ddyfais hon? Pwyswch Gorffen i dynnu eich cyfeirnod a’ch cod oddi arni.',
    button: 'Gorffen',
  },
  back: 'Yn ôl',

  changes: {
    contact: {
      name: 'Cysylltwch â fi mewn ffordd arall',
      lead: [
        'Pan fydd rhywun yn yr hyb wedi darllen hwn, dim ond beth rydych chi’n ei ddewis yma y byddwn ni’n ei ddefnyddio.',
        'Os na all aros, siaradwch â ni nawr.',
      ],
      send: 'Anfon',
    },
    correct: {
      name: 'Mae rhywbeth yn anghywir neu wedi newid',
      lead: ['Rydyn ni’n cadw beth anfonoch chi gyntaf, ac yn ychwanegu hyn ato.'],
      send: 'Anfon',
    },
    withdraw: {
      name: 'Dydw i ddim eisiau eiriolwr mwyach',
      lead: [
        'Os tynnwch eich cais yn ôl, byddwn ni’n stopio chwilio am eiriolwr. Gallwch ofyn eto ar unrhyw adeg.',
        'Oes rhywun eisiau i chi wneud hyn, a chithau ddim eisiau? Siaradwch â ni yn gyntaf.',
      ],
      send: 'Ei dynnu’n ôl',
    },
  },
  questions: {
    why: { label: 'Ydych chi eisiau dweud wrthym pam?', hint: 'Gallwch adael hwn yn wag.' },
    what: {
      label: 'Beth sydd o’i le, neu beth sydd wedi newid?',
      hint: 'Er enghraifft, enw, dyddiad neu ble rydych chi’n byw.',
      errors: { none: 'Ysgrifennwch beth sydd o’i le neu beth sydd wedi newid' },
    },
    reach: {
      label: 'Sut gallwn ni gysylltu â chi?',
      hint: 'Dewiswch bob ffordd sy’n ddiogel i chi.',
      options: {
        telephone: 'Fy ffonio i',
        text_message: 'Anfon neges destun ata i',
        email: 'Anfon e-bost ata i',
        video: 'Drwy alwad fideo',
        text_relay: 'Drwy gyfnewid testun, i bobl fyddar neu bobl sy’n methu siarad',
        bsl_relay: 'Drwy gyfnewid fideo yn Iaith Arwyddion Prydain',
        through_someone: 'Drwy rywun rydw i’n ymddiried ynddyn nhw',
        another: 'Mewn ffordd arall, fel llythyr neu ymweliad',
        none: 'Fi fydd yn cysylltu â chi yn lle hynny',
      },
      errors: {
        none: 'Dewiswch sut gallwn ni gysylltu â chi, neu “Fi fydd yn cysylltu â chi yn lle hynny”',
        both: 'Dewiswch sut gallwn ni gysylltu â chi, neu “Fi fydd yn cysylltu â chi yn lle hynny”, ond nid y ddau',
      },
    },
    telephone: {
      label: 'Eich rhif ffôn',
      hint: 'Fyddwn ni ddim yn ffonio nac yn anfon neges destun i unrhyw rif arall.',
      hintEither: 'Ysgrifennwch hwn neu eich cyfeiriad e-bost. Mae un ohonyn nhw’n ddigon.',
      errors: {
        none: 'Ysgrifennwch y rhif ffôn',
        either: 'Ysgrifennwch rif ffôn neu gyfeiriad e-bost',
        wrong: 'Ysgrifennwch rif ffôn, fel 01632 960 001',
      },
    },
    email: {
      label: 'Eich cyfeiriad e-bost',
      hint: 'Dewiswch un nad oes neb arall yn gallu ei ddarllen.',
      hintEither: 'Ysgrifennwch hwn neu eich rhif ffôn. Dewiswch gyfeiriad nad oes neb arall yn gallu ei ddarllen.',
      errors: {
        none: 'Ysgrifennwch y cyfeiriad e-bost',
        wrong: 'Ysgrifennwch gyfeiriad e-bost, fel enw@example.org',
      },
    },
    through: {
      label: 'Pwy ydyn nhw, a sut gallwn ni gysylltu â nhw?',
      hint: 'Er enghraifft, “fy chwaer, 01632 960 001”.',
      errors: { none: 'Ysgrifennwch pwy ydyn nhw a sut gallwn ni gysylltu â nhw' },
    },
    leave_message: {
      label: 'Os nad oes neb yn ateb, a gawn ni adael neges?',
      hint: 'Meddyliwch pwy arall allai ei chlywed neu ei gweld.',
      options: { yes: 'Cewch', no: 'Na chewch', unknown: 'Ddim yn gwybod' },
    },
    times: { label: 'Pryd mae’n amser da?', hint: 'A phryd mae’n amser gwael? Gallwch adael hwn yn wag.' },
    do_not_tell: {
      label: 'Oes unrhyw un na ddylen ni ddweud wrthyn nhw?',
      hint: 'Dywedwch pwy, a sut gallwn ni gadw hyn oddi wrthyn nhw. Gallwch adael hwn yn wag.',
    },
    more: {
      label: 'Oes unrhyw beth arall y mae angen i ni ei wybod?',
      hint: 'Gallwch adael hwn yn wag.',
      hintAnother: 'Ysgrifennwch sut gallwn ni gysylltu â chi, ac yn ble. Er enghraifft, y cyfeiriad ar gyfer llythyr.',
      errors: { none: 'Ysgrifennwch sut gallwn ni gysylltu â chi, ac yn ble' },
    },
  },
  sending: 'Wrthi’n anfon…',
  needsMore: 'Dydyn ni ddim wedi gallu llwytho gweddill y dudalen hon.',

  done: {
    heading: 'Rydyn ni wedi’i gael',
    contact:
      'Pan fydd rhywun yn yr hyb wedi ei ddarllen, dim ond beth ddewisoch chi y byddwn ni’n ei ddefnyddio. Os na all aros, siaradwch â ni.',
    correct: 'Bydd rhywun yn yr hwb yn ei ddarllen, gyda beth anfonoch chi o’r blaen.',
    withdraw: 'Rydyn ni’n stopio chwilio am eiriolwr. Does dim rhaid i chi wneud dim byd arall.',
    quarantined:
      'Doedd ein cyfrifiadur ddim yn gallu ei ddarllen, felly rhaid i rywun edrych arno. Os yw’n frys, siaradwch â ni.',
  },

  failures: {
    unreachable: {
      heading: 'Ddaeth dim ateb',
      text: 'Dydyn ni ddim yn gwybod a wnaeth gyrraedd. Mae beth ysgrifennoch chi yma o hyd. Ceisiwch eto: bydd yn cyfri unwaith yn unig.',
    },
    portal: {
      heading: 'Atebodd rhywbeth arall',
      text: 'Mae beth ysgrifennoch chi yma o hyd. Ar Wi-Fi cyhoeddus, agorwch dab newydd a mewngofnodwch yno. Yna dewch yn ôl a cheisiwch eto.',
    },
    busy: {
      heading: 'Mae llawer o bobl yn anfon nawr',
      text: count => `Mae beth ysgrifennoch chi yma o hyd. Arhoswch ${minutes(count)}, yna ceisiwch eto.`,
    },
    unsure: {
      heading: 'Allwn ni ddim bod yn siŵr ei fod wedi cyrraedd',
      text: 'Mae beth ysgrifennoch chi yma o hyd. Ceisiwch eto: bydd yn cyfri unwaith yn unig.',
    },
    broken: {
      heading: 'Does dim modd anfon hwn o’r wefan hon nawr',
      text: 'Ein bai ni yw hyn, nid eich bai chi. Mae beth ysgrifennoch chi yma o hyd, felly gallwch ei ddarllen yn uchel i rywun.',
    },
  },
};
