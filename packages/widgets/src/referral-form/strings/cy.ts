import type { ReferralWords } from './en.ts';

/*
 * Welsh has no one word for yes or no: the answer takes up the verb of its question.
 */
const unknown = 'Ddim yn gwybod';
/** Is there …? */
const oes = { yes: 'Oes', no: 'Nac oes', unknown };
/** Is it, is she, is he …? */
const ydy = { yes: 'Ydy', no: 'Nac ydy', unknown };
/** Are they …? */
const ydyn = { yes: 'Ydyn', no: 'Nac ydyn', unknown };
/** Did you, did they …? */
const did = { yes: 'Do', no: 'Naddo', unknown };
/** Not a question in words: “Yes” alone would not say whether it is hard or easy. */
const hard = { yes: 'Anodd', no: 'Ddim yn anodd', unknown };

const optional = 'Gallwch adael hwn yn wag.';

/**
 * The words of the referral form, in Welsh.
 *
 * No Welsh speaker has checked them yet: one must before a hub offers Welsh.
 * The Acts and their terms are called what Welsh guidance calls them. The numbers to ring and what to text are as in
 * English. Two terms have the English in brackets, because people in England know no other name for them.
 */
export const referral: ReferralWords = {
  version: 'cy-1',
  name: 'Gofyn am eiriolwr',
  notYet: {
    heading: 'Dydy’r ffurflen ddim yn barod eto',
    text: 'Gallwch ofyn am eiriolwr o hyd.',
  },
  dangerNow: {
    heading: 'Os oes rhywun mewn perygl, ffoniwch 999 nawr.',
    text: 'Peidiwch ag aros amdanom ni.',
    ring: 'Ffonio 999',
  },
  emergency: {
    ring: { link: 'Ffoniwch 999', text: 'a dywedwch pwy sydd mewn perygl ac ymhle.' },
    quiet: 'Os nad yw’n ddiogel siarad, ffoniwch 999 ar ffôn symudol ac wedyn pwyswch 55.',
    deaf: {
      text: 'Os ydych chi’n fyddar neu’n methu siarad, gallwch anfon neges destun i 999. Yn gyntaf anfonwch “register” i 999, a gwnewch beth mae’r ateb yn ei ddweud.',
      link: 'Anfon neges destun i 999',
    },
    sign: 'Ar gyfer Iaith Arwyddion Prydain, ewch i',
    hurt: {
      heading: 'Os yw rhywun yn cael ei frifo neu ddim yn cael gofal',
      text: 'Dywedwch wrth gyngor yr ardal lle mae’r person hwnnw. Rhaid iddyn nhw ddarganfod beth sy’n digwydd a helpu i gadw pobl yn ddiogel.',
    },
    low: {
      heading: 'Os ydych chi’n teimlo na allwch chi ddal ati',
      text: 'Siaradwch â’r Samariaid ar unrhyw adeg, ddydd neu nos. Mae’n rhad ac am ddim.',
      link: 'Ffonio 116 123',
    },
    after: 'Pan fyddwch yn ddiogel, gallwch fynd ymlaen yma. Gall eiriolwr eich helpu gyda’r hyn sy’n dod nesaf.',
  },
  parts: {
    happening: 'Beth sy’n digwydd',
    person: { self: 'Amdanoch chi', other: 'Am y person' },
    contact: 'Cadw mewn cysylltiad yn ddiogel',
    help: 'Beth fyddai’n helpu',
    check: 'Gwirio ac anfon',
  },
  progress: (part, parts, name) => `Rhan ${part} o ${parts}: ${name}`,
  back: 'Yn ôl',
  next: 'Parhau',
  trap: 'Gadewch hwn yn wag',
  callBack: { ask: 'Gofyn i ni eich ffonio chi yn lle hynny', stop: 'Ateb y cwestiynau yn lle hynny' },

  steps: {
    emergency: { heading: 'Cael help nawr', lead: '' },
    hurt: { heading: 'Os yw rhywun yn cael ei frifo neu ddim yn cael gofal', lead: '' },
    difficulties: {
      heading: 'Beth mae’r person yn ei gael yn anodd, hyd yn oed gyda help?',
      lead: 'Mae’r gyfraith yn dweud bod gan rywun anhawster sylweddol os yw un neu fwy o’r pedwar cyntaf yn anodd (Deddf Gofal 2014, adran 67(4)). Os nad ydych chi’n siŵr, dywedwch hynny.',
    },
    judgement: { heading: 'Pwy edrychodd ar hyn, a phryd?', lead: '' },
    process: { heading: 'Ble mae’r broses wedi cyrraedd?', lead: '' },
    serious_medical_treatment: { heading: 'Y driniaeth feddygol', lead: '' },
    change_of_home: { heading: 'Symud cartref', lead: '' },
    decides: { heading: 'Y person sy’n penderfynu', lead: '' },
    section: { heading: 'Y Ddeddf Iechyd Meddwl', lead: 'Gadewch yn wag beth bynnag nad ydych chi’n ei wybod.' },
    deprivation: {
      heading: 'Y Trefniadau Diogelu wrth Amddifadu o Ryddid',
      lead: 'Rydyn ni’n gofyn beth gafodd ei awdurdodi. Does dim rhaid i chi ddweud a yw rhywun yn cael ei amddifadu o’i ryddid.',
    },
    complaint_more: { heading: 'Mwy am y gŵyn', lead: '' },
    child: { heading: 'Am y plentyn neu’r person ifanc', lead: '' },
    dates: {
      heading: 'Oes dyddiadau y mae angen i ni wybod amdanyn nhw?',
      lead: 'Er enghraifft, cyfarfod, symud cartref neu lawdriniaeth. Gadewch yn wag beth bynnag sydd heb ddyddiad.',
    },
    authorities: { heading: 'Pwy sy’n delio â hyn?', lead: 'Ysgrifennwch enw’r cyngor neu’r ysbyty.' },
    staying: { heading: { self: 'Ble ydych chi nawr?', other: 'Ble maen nhw nawr?' }, lead: '' },
    age: { heading: 'Faint yw eu hoed?', lead: '' },
    details: {
      heading: { self: 'Ble gallwn ni gysylltu â chi', other: 'Ble gallwn ni gysylltu â nhw' },
      lead: 'Dim ond beth rydych chi’n ei roi yma y byddwn ni’n ei ddefnyddio.',
    },
    safety: {
      heading: { self: 'Eich cadw chi’n ddiogel', other: 'Eu cadw nhw’n ddiogel' },
      lead: 'Rydyn ni eisiau cysylltu heb wneud dim byd yn waeth.',
    },
    name: { heading: { self: 'Eich enw', other: 'Eu henw' }, lead: '' },
    referrer: { heading: 'Amdanoch chi', lead: 'Efallai y bydd angen i ni ofyn rhywbeth i chi.' },
    communication_more: { heading: 'Ychydig mwy am hynny', lead: '' },
    preferences: { heading: { self: 'Eich eiriolwr', other: 'Eu heiriolwr' }, lead: '' },
    call_back: {
      heading: 'Byddwn ni’n eich ffonio chi',
      lead: 'Byddwn ni’n gofyn y gweddill pan fyddwn ni’n siarad. Os na all aros, ffoniwch ni nawr.',
    },
    check: {
      heading: 'Gwirio ac anfon',
      lead: 'Gwiriwch beth ddywedoch chi wrthym. Gallwch newid unrhyw ateb.',
    },
  },

  questions: {
    danger: {
      label: 'Oes rhywun mewn perygl nawr?',
      hint: 'Mae hyn yn golygu y gallai rhywun gael ei frifo’n ddrwg heddiw.',
      options: { ...oes, unknown: 'Ddim yn siŵr' },
    },
    about: {
      label: 'Pwy sydd angen eiriolwr?',
      hint: 'Mae eiriolwr ar eich ochr chi. Mae’n eich helpu i ddweud beth rydych chi ei eisiau ac i wybod eich hawliau. Mae am ddim.',
      options: {
        self: 'Fi',
        family: 'Rhywun yn fy nheulu',
        friend: 'Ffrind, neu rywun arall rydw i’n ei adnabod',
        professional: 'Rhywun rydw i’n gweithio gyda nhw',
      },
      hints: { self: 'Dewiswch hwn hefyd os ydych chi’n gofalu am rywun ac eisiau help i chi eich hun.' },
      errors: { none: 'Dewiswch pwy sydd angen eiriolwr' },
    },
    consent: {
      label: 'Ydyn nhw’n gwybod eich bod chi’n gofyn ar eu rhan?',
      hint: 'Mae unrhyw ateb yn iawn. Rydyn ni’n gofyn rhag i ni eu synnu neu eu cynhyrfu.',
      options: {
        given: 'Ydyn, ac maen nhw’n cytuno',
        asked_and_refused: 'Ydyn, ond dydyn nhw ddim yn cytuno',
        not_asked: 'Nac ydyn, dydw i ddim wedi gofyn iddyn nhw eto',
        cannot: 'Dydyn nhw ddim yn gallu penderfynu am hyn nawr',
        unsafe_to_ask: 'Dydy hi ddim yn ddiogel gofyn iddyn nhw',
      },
      errors: { none: 'Dewiswch a ydyn nhw’n gwybod eich bod chi’n gofyn' },
    },
    basis: {
      label: 'Beth yw eich rheswm dros ofyn heb iddyn nhw gytuno?',
      hint: 'Er enghraifft, mae er eu lles pennaf, neu mae’r gyfraith yn dweud bod rhaid i chi. Gallwch adael hwn yn wag.',
    },
    matters: {
      label: 'Am beth mae hyn?',
      hint: {
        self: 'Dewiswch bob un sy’n addas. Os nad ydych chi’n siŵr, dewiswch hynny.',
        other: 'Dewiswch bob un sy’n addas. Os nad ydych chi’n siŵr, dewiswch hynny.',
        professional:
          'Dewiswch bob un sy’n addas. Dim ond beth sydd ei angen yn ôl y gyfraith y byddwn ni’n ei ofyn am bob dewis.',
      },
      options: {
        care_assessment: {
          self: 'Cael gofal neu gymorth am y tro cyntaf',
          other: 'Cael gofal neu gymorth am y tro cyntaf',
          professional: 'Deddf Gofal: asesiad o anghenion (adran 9)',
        },
        care_plan: {
          self: 'Cynllun gofal',
          other: 'Cynllun gofal',
          professional: 'Deddf Gofal: cynllun gofal a chymorth (adran 25)',
        },
        care_review: {
          self: 'Fy ngofal neu fy nghymorth yn cael ei wirio, ei newid neu ei leihau',
          other: 'Eu gofal neu eu cymorth yn cael ei wirio, ei newid neu ei leihau',
          professional: 'Deddf Gofal: adolygiad (adran 27)',
        },
        carers_assessment: {
          self: 'Gofalu am rywun arall',
          other: 'Gofalu am rywun arall',
          professional: 'Deddf Gofal: asesiad gofalwr (adran 10)',
        },
        transition_assessment: {
          self: 'Tyfu i fyny a symud i ofal oedolion',
          other: 'Tyfu i fyny a symud i ofal oedolion',
          professional: 'Deddf Gofal: symud o wasanaethau plant i wasanaethau oedolion (adrannau 58 i 66)',
        },
        safeguarding_enquiry: {
          self: 'Cael fy mrifo, fy nychryn neu fy nefnyddio, neu beidio â chael gofal',
          other: 'Cael eu brifo, eu dychryn neu eu defnyddio, neu beidio â chael gofal',
          professional: 'Ymholiad diogelu (adran 42)',
        },
        safeguarding_review: {
          self: 'Adolygiad o sut cafodd rhywun ei frifo',
          other: 'Adolygiad o sut cafodd rhywun ei frifo',
          professional: 'Adolygiad diogelu oedolion (adran 44)',
        },
        change_of_home: {
          self: 'Symud, neu ble i fyw',
          other: 'Symud, neu ble i fyw',
          professional: 'Symud am gyfnod hir, i rywun sydd efallai’n methu penderfynu (Deddf Galluedd Meddyliol)',
        },
        notice_to_leave: 'Gorfod gadael cartref',
        serious_medical_treatment: {
          self: 'Penderfyniad mawr am driniaeth feddygol',
          other: 'Penderfyniad mawr am driniaeth feddygol',
          professional:
            'Triniaeth feddygol ddifrifol, i rywun sydd efallai’n methu penderfynu (Deddf Galluedd Meddyliol)',
        },
        mental_health_act: {
          self: 'Bod yn yr ysbyty, neu gael triniaeth, ar gyfer fy iechyd meddwl',
          other: 'Bod yn yr ysbyty, neu gael triniaeth, ar gyfer eu hiechyd meddwl',
          professional: 'Deddf Iechyd Meddwl',
        },
        deprivation_of_liberty: {
          self: 'Ddim yn rhydd i adael cartref neu ysbyty',
          other: 'Ddim yn rhydd i adael cartref neu ysbyty',
          professional: 'Trefniadau Diogelu wrth Amddifadu o Ryddid',
        },
        nhs_complaint: {
          self: 'Cwyn am ysbyty, meddyg neu ofal iechyd arall',
          other: 'Cwyn am ysbyty, meddyg neu ofal iechyd arall',
        },
        childrens_services: {
          self: 'Gweithwyr cymdeithasol a phlant',
          other: 'Gweithwyr cymdeithasol a phlant',
          professional: 'Gwasanaethau plant',
        },
        money_and_budgets: 'Arian i dalu am ofal, a sut mae’n cael ei wario',
        planning_support: 'Cynllunio neu drefnu cymorth',
        provider_closing: 'Cartref gofal neu wasanaeth sy’n cau',
        meeting_others: 'Cwrdd ag eraill sy’n siarad drostyn nhw eu hunain',
        something_else: 'Rhywbeth arall',
        information_only: 'Dim ond cwestiwn',
        not_sure: 'Ddim yn siŵr',
      },
      errors: { none: 'Dewiswch am beth mae hyn, neu “Ddim yn siŵr”' },
    },

    understanding: { label: 'Deall beth sy’n cael ei ddweud wrthyn nhw', hint: '', options: hard },
    retaining: { label: 'Ei gadw mewn cof yn ddigon hir', hint: '', options: hard },
    weighing: { label: 'Ei ddefnyddio i benderfynu', hint: '', options: hard },
    communicating: {
      label: 'Dweud wrth eraill beth maen nhw’n ei feddwl, ei eisiau neu’n ei deimlo',
      hint: 'Mewn unrhyw ffordd: drwy siarad, arwyddion neu luniau.',
      options: hard,
    },
    adjustment: {
      label: 'A fyddai rhywbeth syml yn cael gwared ar yr anhawster?',
      hint: 'Er enghraifft, mwy o amser, geiriau hawdd a lluniau, neu rywun i ddehongli.',
      options: { yes: 'Byddai', no: 'Na fyddai', unknown },
    },
    judged_by: { label: 'Pwy farnodd hyn?', hint: 'Ysgrifennwch eu henw a’u swydd.' },
    judged_on: { label: 'Pryd?', hint: '' },
    difficulty_detail: { label: 'Unrhyw beth i’w ychwanegu am yr anhawster', hint: optional },
    stage: {
      label: 'Pa mor bell mae wedi mynd?',
      hint: 'Mae’r hawl i eiriolwr yn dechrau gyda’r cyswllt cyntaf.',
      options: { beginning: 'Mae ar fin dechrau', under_way: 'Mae wedi dechrau', ended: 'Mae wedi gorffen', unknown },
    },
    enquiry_role: {
      label: 'Pam mae’r person hwn yn rhan o’r ymholiad?',
      hint: '',
      options: {
        at_risk: 'Efallai eu bod wedi cael niwed',
        alleged_source: 'Efallai eu bod wedi gwneud niwed i rywun',
        unknown,
      },
    },
    disagreement: {
      label: 'Ydy’r cyngor yn anghytuno â phwy bynnag sy’n cefnogi’r person?',
      hint: 'Rydyn ni’n golygu am rywbeth sy’n bwysig i’r person.',
      options: ydy,
    },
    what: {
      label: 'Beth sydd i’w benderfynu?',
      hint: 'Dywedwch beth yw’r driniaeth neu’r symud, a beth arall sy’n bosibl.',
    },
    finding: {
      label: 'Ydy’r person yn gallu gwneud y penderfyniad hwn nawr?',
      hint: 'Mae’r gyfraith yn dweud bod oedolyn yn gallu, oni bai bod gwiriad o’r un penderfyniad hwn yn dangos fel arall.',
      options: {
        lacks: 'Nac ydy, mae asesiad galluedd wedi dangos nad yw’n gallu',
        has: 'Ydy',
        not_assessed: 'Dydy hyn ddim wedi’i asesu eto',
      },
    },
    assessed_by: { label: 'Pwy asesodd hyn?', hint: 'Ysgrifennwch eu henw a’u swydd.' },
    assessed_on: { label: 'Pryd cafodd ei asesu?', hint: '' },
    long_stay: {
      label: 'A fydd yr arhosiad yn un hir?',
      hint: 'Mae hyn yn golygu 28 diwrnod neu fwy yn yr ysbyty, neu 8 wythnos neu fwy mewn cartref gofal.',
      options: { yes: 'Bydd', no: 'Na fydd', unknown },
    },
    instruct: {
      label: 'Ydych chi’n cael gofyn am y math hwn o eiriolwr yn ôl y gyfraith?',
      hint: 'Dim ond cyngor neu gorff iechyd, neu rywun sy’n gweithredu ar eu rhan, sy’n cael gofyn am rai eiriolwyr.',
      options: { yes: 'Ydw', no: 'Nac ydw', unknown },
    },
    attorney: {
      label: 'Oes atwrnai neu ddirprwy ar gyfer y penderfyniad hwn?',
      hint: 'Rhywun sy’n cael penderfynu dros y person yn ôl y gyfraith.',
      options: oes,
    },
    decides: {
      label: 'Pwy sy’n gwneud y penderfyniad?',
      hint: '',
      options: { me: 'Fi', someone_else: 'Rhywun arall' },
    },
    decider_name: { label: 'Eu henw', hint: '' },
    decider_role: { label: 'Eu swydd', hint: '' },
    decider_organization: { label: 'I bwy maen nhw’n gweithio', hint: '' },
    decider_telephone: { label: 'Eu rhif ffôn', hint: '' },
    decider_email: { label: 'Eu cyfeiriad e-bost', hint: '' },
    detention_status: {
      label: {
        self: 'Ydych chi’n cael eich cadw yn yr ysbyty o dan y Ddeddf Iechyd Meddwl?',
        other: 'Ydyn nhw’n cael eu cadw yn yr ysbyty o dan y Ddeddf Iechyd Meddwl?',
        professional: 'Sut mae’r Ddeddf Iechyd Meddwl yn gymwys?',
      },
      hint: {
        self: 'Mae pobl hefyd yn galw hyn yn cael eich “secsiynu”.',
        other: 'Mae pobl hefyd yn galw hyn yn cael eu “secsiynu”.',
        professional: '',
      },
      options: {
        detained: {
          self: 'Ydw, dydw i ddim yn cael gadael',
          other: 'Ydyn, dydyn nhw ddim yn cael gadael',
          professional: 'Yn cael eu cadw’n gaeth yn yr ysbyty',
        },
        community_treatment_order: {
          self: 'Nac ydw, ond mae gen i orchymyn triniaeth gymunedol',
          other: 'Nac ydyn, ond mae ganddyn nhw orchymyn triniaeth gymunedol',
          professional: 'Gorchymyn triniaeth gymunedol',
        },
        guardianship: 'Gwarcheidiaeth',
        conditional_discharge: 'Rhyddhad amodol',
        informal: {
          self: 'Nac ydw, fi ddewisodd fod yma',
          other: 'Nac ydyn, nhw ddewisodd fod yno',
          professional: 'Claf anffurfiol',
        },
        treatment_under_section_57: 'Triniaeth o dan adran 57',
        treatment_under_section_58a: 'Triniaeth o dan adran 58A, ac o dan 18 oed',
        unknown,
      },
    },
    section: { label: 'Pa adran?', hint: 'Er enghraifft, 2, 3 neu 37/41.' },
    detained_since: { label: 'Ers pryd?', hint: '' },
    hearing: { label: 'Oes dyddiad ar gyfer tribiwnlys neu wrandawiad rheolwyr?', hint: '' },
    told_rights: {
      label: 'A gawson nhw wybod am eu hawl i eiriolwr?',
      hint: 'Rhaid i’r ysbyty wneud hyn drwy siarad ac yn ysgrifenedig (adran 130D).',
      options: did,
    },
    deprivation_stage: {
      label: 'Ble mae wedi cyrraedd?',
      hint: '',
      options: {
        being_assessed: 'Mae’n cael ei asesu',
        authorised: 'Mae wedi’i awdurdodi',
        between_representatives: 'Mae wedi’i awdurdodi, a does dim cynrychiolydd nawr',
        unknown,
      },
    },
    deprivation_kind: {
      label: 'Pa fath ydyw?',
      hint: '',
      options: { standard: 'Safonol', urgent: 'Brys', unknown },
    },
    authorised_from: { label: 'Pryd dechreuodd?', hint: '' },
    authorised_by: {
      label: 'Pa gyngor sy’n ei awdurdodi?',
      hint: 'Mae’r gyfraith yn galw’r cyngor hwn yn gorff goruchwylio.',
    },
    authorised_until: { label: 'Pryd mae’n dod i ben?', hint: '' },
    objects: { label: 'Ydy’r person yn gwrthwynebu?', hint: 'Drwy’r hyn maen nhw’n ei ddweud neu’n ei wneud.', options: ydy }, // prettier-ignore
    representative: { label: 'Pwy yw eu cynrychiolydd?', hint: 'Gadewch hwn yn wag os nad oes un.' },
    in_court: { label: 'Ydy’r achos o flaen y Llys Gwarchod?', hint: '', options: ydy },
    happened_on: { label: 'Pryd digwyddodd hyn?', hint: 'Mae dyddiad bras yn iawn. Gallwch adael hwn yn wag.' },
    known_on: {
      label: 'Pryd daethon nhw i wybod amdano gyntaf?',
      hint: 'Gall yr amser i gwyno ddechrau ar y diwrnod hwnnw.',
    },
    made_yet: {
      label: { self: 'A wnaethoch chi gwyno’n barod?', other: 'A wnaeth rhywun gwyno’n barod?' },
      hint: '',
      options: did,
    },
    on_behalf_of: {
      label: 'Am ofal pwy mae’r gŵyn?',
      hint: '',
      options: {
        self: 'Eu gofal eu hunain',
        child: 'Gofal plentyn',
        adult_who_agrees: 'Gofal oedolyn, sy’n cytuno â’r gŵyn',
        adult_who_cannot: 'Gofal oedolyn, sy’n methu cytuno nawr',
        someone_who_died: 'Gofal rhywun sydd wedi marw',
      },
    },
    care_paid_by: {
      label: 'Pwy dalodd am y gofal hwnnw?',
      hint: '',
      options: {
        nhs: 'Y Gwasanaeth Iechyd Gwladol',
        self: 'Nhw dalodd amdano',
        insurance: 'Yswiriant',
        council: 'Y cyngor',
        unknown,
      },
    },
    advocate_for: {
      label: 'I bwy byddai’r eiriolwr?',
      hint: '',
      options: { child: 'Plentyn neu berson ifanc', parent: 'Rhiant', unknown },
    },
    child_in_need: {
      label: 'Ydy’r plentyn yn blentyn mewn angen, yn ôl cynllun gweithiwr cymdeithasol?',
      hint: '',
      options: ydy,
    },
    looked_after_by: { label: 'Pa gyngor sy’n gofalu am y plentyn?', hint: 'Gadewch hwn yn wag os nad oes un.' },
    care_leaver: { label: 'Ydyn nhw wedi gadael gofal?', hint: '', options: ydyn },
    carer_for: {
      label: { self: 'Am bwy rydych chi’n gofalu?', other: 'Am bwy maen nhw’n gofalu?' },
      hint: 'Er enghraifft, “fy mam”. Does dim rhaid i chi roi enw.',
    },

    narrative: {
      label: { self: 'Beth sy’n digwydd, yn eich geiriau eich hun?', other: 'Beth sy’n digwydd?' },
      hint: 'Beth sydd wedi digwydd? Pwy sy’n gwneud penderfyniadau? Gallwch adael hwn yn wag a dweud wrthym pan fyddwn ni’n siarad.',
    },
    wants: {
      label: { self: 'Beth hoffech chi ei weld yn digwydd?', other: 'Beth hoffai’r person ei weld yn digwydd?' },
      hint: { self: optional, other: 'Defnyddiwch eu geiriau nhw os gallwch chi. Gallwch adael hwn yn wag.' },
    },
    date: {
      label: 'Oes dyddiad y mae angen i ni wybod amdano?',
      hint: 'Er enghraifft, cyfarfod, symud cartref neu lawdriniaeth. Gallwch adael hwn yn wag.',
    },
    authority: {
      label: 'Pa gyngor neu ysbyty sy’n delio â hyn?',
      hint: 'Ysgrifennwch yr enw. Gallwch adael hwn yn wag.',
    },

    setting: {
      label: { self: 'Ble ydych chi’n byw nawr?', other: 'Ble maen nhw’n byw nawr?' },
      hint: {
        self: 'Dewiswch ble rydych chi heddiw, hyd yn oed os yw am gyfnod byr.',
        other: 'Dewiswch ble maen nhw heddiw, hyd yn oed os yw am gyfnod byr.',
      },
      options: {
        own_home: { self: 'Fy nghartref fy hun', other: 'Eu cartref eu hunain' },
        someone_elses_home: 'Cartref rhywun arall',
        hospital: 'Ysbyty',
        mental_health_ward: 'Ward iechyd meddwl',
        care_home: 'Cartref gofal',
        supported_living: 'Byw â chymorth',
        shared_lives: 'Gyda gofalwr Rhannu Bywydau (Shared Lives)',
        foster_home: 'Gyda gofalwyr maeth',
        prison: 'Carchar',
        no_fixed_address: 'Dim cartref sefydlog',
        other: 'Rhywle arall',
        unknown,
      },
    },
    staying_at: {
      label: 'Enw a chyfeiriad y lle',
      hint: 'Os ysbyty yw’r lle, ysgrifennwch y ward hefyd. Gallwch adael hwn yn wag.',
    },
    staying_area: { label: 'Ym mha dref neu ardal cyngor mae’r lle hwnnw?', hint: '' },
    home_area: {
      label: {
        self: 'Ym mha dref neu ardal cyngor mae eich cartref?',
        other: 'Ym mha dref neu ardal cyngor mae eu cartref?',
      },
      hint: 'Mae hyn yn dweud wrthym pa gyngor allai fod yn gorfod helpu. Gallwch adael hwn yn wag.',
    },
    born: { label: 'Beth yw eu dyddiad geni?', hint: '' },
    age_group: {
      label: { self: 'Faint yw eich oed?', other: 'Faint yw eu hoed?' },
      hint: 'Mae rhai hawliau’n dechrau yn 16 neu’n 18 oed. Does dim angen caniatâd rhiant arnoch chi i ofyn i ni.',
      options: {
        under_16: 'Dan 16',
        '16_or_17': '16 neu 17',
        '18_or_over': '18 neu drosodd',
        unknown: { self: 'Dydw i ddim eisiau dweud', other: unknown },
      },
    },
    has_supporter: {
      label: {
        self: 'Oes unrhyw un a allai siarad ar eich rhan chi?',
        other: 'Oes unrhyw un a allai siarad ar eu rhan nhw?',
      },
      hint: {
        self: 'Ffrind, cymydog neu rywun yn eich teulu. Gallwch chi gael eiriolwr yr un fath.',
        other: 'Ffrind, cymydog neu rywun yn eu teulu. Gallan nhw gael eiriolwr yr un fath.',
        professional:
          'Nid rhywun sy’n cael ei dalu i ofalu amdanyn nhw. Rhaid i’r person gytuno (Deddf Gofal 2014, adran 67(6)).',
      },
      options: oes,
    },
    supporters: {
      label: { self: 'Pwy allai siarad ar eich rhan chi?', other: 'Pwy allai siarad ar eu rhan nhw?' },
      hint: 'Does dim rhaid i chi roi enwau.',
    },
    no_supporter_because: {
      label: 'Oes rhywun sy’n methu cefnogi’r person, a pham?',
      hint: optional,
    },

    reach: {
      label: { self: 'Sut gallwn ni gysylltu â chi?', other: 'Sut gallwn ni gysylltu â nhw?' },
      hint: {
        self: 'Dewiswch bob ffordd sy’n ddiogel i chi.',
        other: 'Dewiswch bob ffordd sy’n ddiogel iddyn nhw.',
      },
      options: {
        telephone: { self: 'Fy ffonio i', other: 'Eu ffonio nhw' },
        text_message: { self: 'Anfon neges destun ata i', other: 'Anfon neges destun atyn nhw' },
        email: { self: 'Anfon e-bost ata i', other: 'Anfon e-bost atyn nhw' },
        letter: { self: 'Ysgrifennu llythyr ata i', other: 'Ysgrifennu llythyr atyn nhw' },
        visit: { self: 'Ymweld â fi', other: 'Ymweld â nhw' },
        video: 'Drwy alwad fideo',
        text_relay: 'Drwy gyfnewid testun, i bobl fyddar neu bobl sy’n methu siarad',
        bsl_relay: 'Drwy gyfnewid fideo yn Iaith Arwyddion Prydain',
        through_someone: { self: 'Drwy rywun rydw i’n ymddiried ynddyn nhw', other: 'Drwof fi' },
        none: { self: 'Fi fydd yn cysylltu â chi yn lle hynny', other: 'Nhw fydd yn cysylltu â chi yn lle hynny' },
      },
      hints: {
        none: {
          self: 'Fyddwn ni ddim yn cysylltu â chi. Ar ôl anfon hwn, byddwch yn cael cyfeirnod i’w ddweud pan fyddwch yn cysylltu.',
          other:
            'Fyddwn ni ddim yn cysylltu â nhw. Ar ôl anfon hwn, byddwch yn cael cyfeirnod y gallan nhw ei ddweud wrthym.',
        },
      },
      errors: {
        none: {
          self: 'Dewiswch sut gallwn ni gysylltu â chi, neu “Fi fydd yn cysylltu â chi yn lle hynny”',
          other: 'Dewiswch sut gallwn ni gysylltu â nhw, neu “Nhw fydd yn cysylltu â chi yn lle hynny”',
        },
        both: {
          self: 'Dewiswch sut gallwn ni gysylltu â chi, neu “Fi fydd yn cysylltu â chi yn lle hynny”, ond nid y ddau',
          other: 'Dewiswch sut gallwn ni gysylltu â nhw, neu “Nhw fydd yn cysylltu â chi yn lle hynny”, ond nid y ddau',
        },
      },
    },
    telephone: {
      label: { self: 'Eich rhif ffôn', other: 'Eu rhif ffôn' },
      hint: '',
      errors: {
        none: 'Ysgrifennwch y rhif ffôn',
        either: 'Ysgrifennwch rif ffôn neu gyfeiriad e-bost, er mwyn i ni allu trefnu hyn',
        wrong: 'Ysgrifennwch rif ffôn, fel 01632 960 001',
      },
    },
    leave_message: {
      label: 'Os nad oes neb yn ateb, a gawn ni adael neges?',
      hint: 'Meddyliwch pwy arall allai ei chlywed neu ei gweld.',
      options: { yes: 'Cewch', no: 'Na chewch', unknown },
    },
    email: {
      label: { self: 'Eich cyfeiriad e-bost', other: 'Eu cyfeiriad e-bost' },
      hint: 'Dewiswch un nad oes neb arall yn gallu ei ddarllen.',
      errors: {
        none: 'Ysgrifennwch y cyfeiriad e-bost',
        wrong: 'Ysgrifennwch gyfeiriad e-bost, fel enw@example.org',
      },
    },
    address: {
      label: { self: 'Cyfeiriad eich cartref', other: 'Cyfeiriad eu cartref' },
      hint: 'Meddyliwch pwy arall sy’n agor y post.',
      errors: { none: 'Ysgrifennwch y cyfeiriad' },
    },
    through: {
      label: 'Pwy ydyn nhw, a sut gallwn ni gysylltu â nhw?',
      hint: 'Er enghraifft, “fy chwaer, 01632 960 001”.',
      errors: { none: 'Ysgrifennwch pwy ydyn nhw a sut gallwn ni gysylltu â nhw' },
    },
    times: { label: 'Pryd mae’n amser da?', hint: 'A phryd mae’n amser gwael? Gallwch adael hwn yn wag.' },
    ruled_out: {
      label: 'Oes unrhyw ffordd na ddylen ni byth ei defnyddio?',
      hint: 'Dewiswch bob un a allai achosi trafferth. Gallwch adael hwn yn wag.',
      options: {
        telephone: 'Ffonio',
        text_message: 'Negeseuon testun',
        email: 'E-bost',
        letter: 'Llythyrau',
        visit: 'Ymweliadau',
      },
    },
    do_not_tell: {
      label: 'Oes unrhyw un na ddylen ni ddweud wrthyn nhw?',
      hint: 'Dywedwch pwy, a sut gallwn ni gadw hyn oddi wrthyn nhw. Gallwch adael hwn yn wag.',
    },
    name: {
      label: { self: 'Beth yw eich enw?', other: 'Beth yw eu henw?' },
      hint: {
        self: 'Gallwch adael hwn allan, neu roi unrhyw enw y mynnwch.',
        other: 'Gallwch adael hwn allan os na fydden nhw eisiau i chi ddweud wrthym.',
      },
    },
    known_as: {
      label: { self: 'Beth ddylen ni eich galw chi?', other: 'Beth maen nhw’n hoffi cael eu galw?' },
      hint: 'Os yw’n enw gwahanol. Gallwch adael hwn yn wag.',
    },
    referrer_name: { label: 'Eich enw chi eich hun', hint: 'Gallwch adael hwn allan.' },
    referrer_role: { label: 'Eich swydd', hint: '' },
    referrer_organization: { label: 'I bwy rydych chi’n gweithio', hint: '' },
    referrer_team: { label: 'Eich tîm neu’ch ward', hint: '' },
    referrer_body: {
      label: 'Pa fath o sefydliad yw hwnnw?',
      hint: '',
      options: {
        council: 'Cyngor',
        nhs: 'Corff iechyd, fel ysbyty neu feddygfa',
        supervisory_body: 'Tîm cyngor ar gyfer y Trefniadau Diogelu wrth Amddifadu o Ryddid',
        provider: 'Cartref gofal neu ddarparwr gofal arall',
        voluntary: 'Elusen neu grŵp cymunedol',
        education: 'Ysgol neu goleg',
        other: 'Rhywbeth arall',
      },
    },
    referrer_telephone: {
      label: 'Eich rhif ffôn chi eich hun',
      hint: '',
      errors: {
        none: 'Ysgrifennwch eich rhif ffôn neu’ch cyfeiriad e-bost, er mwyn i ni allu cysylltu â nhw drwoch chi',
        wrong: 'Ysgrifennwch eich rhif ffôn, fel 01632 960 001',
      },
    },
    referrer_email: { label: 'Eich cyfeiriad e-bost chi eich hun', hint: '' },
    case_number: {
      label: 'Eich rhif chi ar gyfer yr achos hwn',
      hint: 'Os oes un. Gallwch adael hwn yn wag.',
    },

    communication: {
      label: { self: 'Beth fyddai’n eich helpu chi?', other: 'Beth fyddai’n eu helpu nhw?' },
      hint: 'Dewiswch bopeth a fyddai’n helpu. Gallwch adael hwn yn wag.',
      options: {
        easy_read: 'Geiriau hawdd a lluniau (Hawdd ei Ddeall)',
        large_print: 'Print mawr',
        braille: 'Braille',
        audio: 'Sain wedi’i recordio',
        bsl_video: 'Fideo yn Iaith Arwyddion Prydain',
        plain_text: 'Testun plaen, ar gyfer darllenydd sgrin',
        coloured_paper: 'Papur lliw',
        bsl_interpreter: 'Dehonglydd Iaith Arwyddion Prydain',
        sse_interpreter: 'Dehonglydd Saesneg â Chymorth Arwyddion (Sign Supported English)',
        deafblind_manual: 'Dehonglydd llaw i bobl fyddarddall',
        lipspeaker: 'Llefarydd gwefusau',
        makaton: 'Makaton',
        pictures_or_objects: 'Lluniau neu wrthrychau',
        speech_to_text: 'Rhywun sy’n teipio beth sy’n cael ei ddweud',
        language_interpreter: 'Rhywun sy’n siarad iaith arall',
        more_time: 'Mwy o amser',
        quiet_place: 'Lle tawel',
      },
    },
    language: { label: 'Pa iaith?', hint: 'Os nad yw hi yn y rhestr, ysgrifennwch hi isod.' },
    interpreter_gender: {
      label: 'A ddylai’r dehonglydd fod yn fenyw neu’n ddyn?',
      hint: 'Fyddwn ni ddim yn gofyn i’r teulu ddehongli.',
      options: { woman: 'Menyw', man: 'Dyn', any: 'Does dim ots' },
    },
    print_size: {
      label: 'Pa mor fawr ddylai’r print fod?',
      hint: '',
      options: { '16': '16 pwynt', '20': '20 pwynt', '24': '24 pwynt', '28': '28 pwynt', any: 'Ddim yn siŵr' },
    },
    communication_words: {
      label: 'Dywedwch fwy wrthym am beth sy’n helpu',
      hint: 'Er enghraifft, sut rydych chi’n dangos ie a na. Gallwch adael hwn yn wag.',
    },
    advocate_gender: {
      label: {
        self: 'A ddylai eich eiriolwr fod yn fenyw neu’n ddyn?',
        other: 'A ddylai eu heiriolwr fod yn fenyw neu’n ddyn?',
      },
      hint: 'Rydyn ni’n ceisio gwneud fel rydych chi’n gofyn. Os na allwn ni, byddwn ni’n dweud wrthych chi.',
      options: { woman: 'Menyw', man: 'Dyn', any: 'Does dim ots' },
    },
    advocate_words: {
      label: 'Oes unrhyw beth arall sy’n bwysig i chi am yr eiriolwr?',
      hint: 'Er enghraifft, eu hiaith, eu ffydd neu eu diwylliant. Gallwch adael hwn yn wag.',
    },
    visit_safely: {
      label: 'Oes unrhyw beth y mae angen i ni ei wybod er mwyn ymweld yn ddiogel?',
      hint: 'Er enghraifft, ci, grisiau, neu rywun na ddylai fod yno. Gallwch adael hwn yn wag.',
    },
    agrees: {
      label: 'Ydych chi’n cytuno i ni ddefnyddio beth rydych chi’n ei ddweud wrthym?',
      hint: '',
      options: { yes: 'Ydw, rydw i’n cytuno' },
      errors: { none: 'Dewiswch “Ydw, rydw i’n cytuno”, neu siaradwch â ni yn lle hynny' },
    },
  },

  needsHub:
    'Cyn i chi anfon, dylech wybod sut mae eich atebion yn cael eu defnyddio. Dydyn ni ddim wedi gallu llwytho hynny eto.',
  unknown,
  dateUnknown: 'Mae dyddiad, ond dydw i ddim yn ei wybod',
  dayErrors: {
    day: 'Ysgrifennwch ddiwrnod y dyddiad hefyd',
    month: 'Ysgrifennwch fis y dyddiad hefyd',
    year: 'Ysgrifennwch flwyddyn y dyddiad hefyd',
    fourNumbers: 'Ysgrifennwch y flwyddyn gyda 4 rhif, fel 2027',
    farOff: 'Gwiriwch y flwyddyn: mae’n rhy bell i ffwrdd',
    unreal: 'Gwiriwch y dyddiad: does dim diwrnod o’r fath',
    both: 'Ysgrifennwch y dyddiad, neu dewiswch nad ydych chi’n ei wybod, ond nid y ddau',
  },
  placeErrors: { both: 'Ysgrifennwch ateb, neu dewiswch “Ddim yn gwybod”, ond nid y ddau' },
};
