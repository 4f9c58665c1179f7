import { minutes } from '../../internal/strings/cy.ts';
import type { EqualityWords } from './en.ts';

const unsaid = 'Gwell gen i beidio â dweud';
const yesNo = { yes: 'Oes', no: 'Nac oes', prefer_not_to_say: unsaid };

/**
 * The words of the equality questions, in Welsh.
 *
 * No Welsh speaker has checked them yet: one must before a hub offers Welsh.
 */
export const equality: EqualityWords = {
  heading: { self: 'Ychydig o gwestiynau amdanoch chi', other: 'Ychydig o gwestiynau am y person' },
  lead: [
    'Mae eich atebion yn ein helpu i weld a ydyn ni’n cyrraedd pawb, ac yn trin pawb yn deg.',
    'Rydyn ni’n eu cadw ar wahân i beth ofynnoch chi i ni. Does dim yn arwain o’r naill i’r llall.',
    'Atebwch dim ond beth rydych chi eisiau.',
  ],
  questions: {
    age_band: {
      label: { self: 'Faint yw eich oed?', other: 'Faint yw eu hoed?' },
      hint: '',
      options: {
        under_16: 'O dan 16',
        '16_to_24': '16 i 24',
        '25_to_34': '25 i 34',
        '35_to_44': '35 i 44',
        '45_to_54': '45 i 54',
        '55_to_64': '55 i 64',
        '65_to_74': '65 i 74',
        '75_to_84': '75 i 84',
        '85_or_over': '85 neu hŷn',
        prefer_not_to_say: unsaid,
      },
    },
    sex: {
      label: { self: 'Beth yw eich rhyw?', other: 'Beth yw eu rhyw?' },
      hint: 'Mae’r cwestiwn nesaf am rywedd.',
      options: { female: 'Benyw', male: 'Gwryw', prefer_not_to_say: unsaid },
    },
    gender_same_as_at_birth: {
      label: {
        self: 'Ydy eich rhywedd yr un fath â’r rhyw a gofrestrwyd i chi adeg eich geni?',
        other: 'Ydy eu rhywedd yr un fath â’r rhyw a gofrestrwyd iddyn nhw adeg eu geni?',
      },
      hint: '',
      options: { yes: 'Ydy', no: 'Nac ydy', prefer_not_to_say: unsaid },
    },
    ethnic_group: {
      label: { self: 'Beth yw eich grŵp ethnig?', other: 'Beth yw eu grŵp ethnig?' },
      hint: 'Dewiswch yr un sy’n gweddu orau.',
      options: {
        asian_or_asian_british: 'Asiaidd neu Asiaidd Prydeinig',
        black_black_british_caribbean_or_african: 'Du, Du Prydeinig, Caribïaidd neu Affricanaidd',
        mixed_or_multiple: 'Grwpiau ethnig cymysg neu luosog',
        white: 'Gwyn',
        other: 'Grŵp ethnig arall',
        prefer_not_to_say: unsaid,
      },
    },
    disability: {
      label: {
        self: 'Oes gennych chi anabledd neu salwch sy’n para?',
        other: 'Oes ganddyn nhw anabledd neu salwch sy’n para?',
      },
      hint: 'Un sy’n gwneud bywyd bob dydd yn anoddach ac sy’n para blwyddyn neu fwy.',
      options: yesNo,
    },
    religion: {
      label: { self: 'Beth yw eich crefydd?', other: 'Beth yw eu crefydd?' },
      hint: '',
      options: {
        no_religion: 'Dim crefydd',
        christian: 'Cristion',
        buddhist: 'Bwdhydd',
        hindu: 'Hindŵ',
        jewish: 'Iddew',
        muslim: 'Mwslim',
        sikh: 'Sikh',
        other: 'Crefydd arall',
        prefer_not_to_say: unsaid,
      },
    },
    sexual_orientation: {
      label: {
        self: 'Pa un o’r rhain sy’n eich disgrifio orau?',
        other: 'Pa un o’r rhain sy’n eu disgrifio nhw orau?',
      },
      hint: 'Mae hyn am bwy mae rhywun yn cael eu denu atyn nhw.',
      options: {
        straight_or_heterosexual: 'Syth neu heterorywiol',
        gay_or_lesbian: 'Hoyw neu lesbiaidd',
        bisexual: 'Deurywiol',
        other: 'Ffordd arall',
        prefer_not_to_say: unsaid,
      },
    },
    carer: {
      label: {
        self: 'Oes rhywun rydych chi’n gofalu amdanyn nhw heb gael eich talu?',
        other: 'Oes rhywun maen nhw’n gofalu amdanyn nhw heb gael eu talu?',
      },
      hint: 'Er enghraifft, rhywun sy’n sâl, yn anabl neu’n hen.',
      options: yesNo,
    },
  },
  nothingChosen: 'Dydych chi ddim wedi dewis ateb eto. Gallwch adael y rhain i gyd allan hefyd.',
  send: 'Anfon yr atebion hyn',
  sending: 'Wrthi’n anfon…',
  sent: { heading: 'Diolch', text: 'Rydyn ni wedi cael eich atebion. Maen nhw’n ein helpu i wneud yn well.' },

  failures: {
    unreachable: {
      heading: 'Ddaeth dim ateb',
      text: 'Dydyn ni ddim yn gwybod a wnaeth yr atebion hyn gyrraedd. Ceisiwch eto, neu gadewch nhw. Dydy hyn ddim yn newid beth ofynnoch chi i ni.',
    },
    portal: {
      heading: 'Atebodd rhywbeth arall',
      text: 'Ar Wi-Fi cyhoeddus, agorwch dab newydd a mewngofnodwch yno. Yna dewch yn ôl a cheisiwch eto, neu gadewch yr atebion hyn allan.',
    },
    busy: {
      heading: 'Mae llawer o bobl yn anfon nawr',
      text: count => `Arhoswch ${minutes(count)}, yna ceisiwch eto, neu gadewch yr atebion hyn allan.`,
    },
    unsure: {
      heading: 'Allwn ni ddim bod yn siŵr bod yr atebion hyn wedi cyrraedd',
      text: 'Ceisiwch eto, neu gadewch nhw. Dydy hyn ddim yn newid beth ofynnoch chi i ni.',
    },
    broken: {
      heading: 'Does dim modd anfon yr atebion hyn nawr',
      text: 'Ein bai ni yw hyn, nid eich bai chi. Dydy hyn ddim yn newid beth ofynnoch chi i ni.',
    },
  },
};
