import { looksLikeTelephone } from '../internal/typed.ts';
import { voiceOf, type Answers, type MatterKind } from './answers.ts';
import { careAct, decisions, matterSteps } from './matter-steps.ts';
import { date, email, has, isForOther, isProfessional, telephone, yesNo, type Question } from './question.ts';
import { basisOf } from './basis.ts';
import type { ReferralWords } from './strings/en.ts';

export type PartName = keyof ReferralWords['parts'];
export type StepName = (typeof stepList)[number]['name'];

/** A page of the form: one question, or a few that are one thing to think about. */
export interface Step {
  readonly name: StepName;
  readonly part: PartName;
  readonly questions: readonly Question[];
  /** Whether the page is shown. @default where any of its questions is asked */
  readonly when?: (answers: Answers) => boolean;
}

const people = [
  'care_assessment', 'care_review', 'safeguarding_enquiry', 'change_of_home', 'notice_to_leave', 'provider_closing',
  'transition_assessment',
  'serious_medical_treatment', 'mental_health_act', 'deprivation_of_liberty', 'nhs_complaint', 'carers_assessment',
  'childrens_services', 'money_and_budgets', 'planning_support', 'meeting_others', 'something_else',
  'information_only', 'not_sure',
] as const; // prettier-ignore
const professionals = [
  'care_assessment', 'care_plan', 'care_review', 'carers_assessment', 'transition_assessment', 'safeguarding_enquiry',
  'safeguarding_review', 'serious_medical_treatment', 'change_of_home', 'deprivation_of_liberty', 'mental_health_act',
  'nhs_complaint', 'childrens_services', 'notice_to_leave', 'provider_closing', 'money_and_budgets', 'planning_support',
  'meeting_others', 'something_else', 'information_only', 'not_sure',
] as const; // prettier-ignore
/** Nobody has to deal with these, and nothing is due. */
const idle: readonly MatterKind[] = ['information_only', 'meeting_others'];
const kinds: readonly MatterKind[] = [...new Set([...people, ...professionals])];

/** The form: which pages there are, what is asked on each and when, and what an answer must have. */
const stepList = [
  { name: 'danger', part: 'happening', questions: [{ name: 'danger', kind: 'one', options: yesNo }] },
  // Nothing is asked here: what to do comes before anything else.
  { name: 'emergency', part: 'happening', questions: [], when: isInDanger },
  {
    name: 'about',
    part: 'happening',
    questions: [
      {
        name: 'about',
        kind: 'one',
        options: () => ['self', 'family', 'friend', 'professional'],
        check: ({ about }, words) => (about ? undefined : words.about.errors.none),
      },
    ],
  },
  {
    name: 'consent',
    part: 'happening',
    questions: [
      {
        name: 'consent',
        kind: 'one',
        when: isForOther,
        options: () => ['given', 'asked_and_refused', 'not_asked', 'cannot', 'unsafe_to_ask'],
        check: ({ consent }, words) => (consent ? undefined : words.consent.errors.none),
      },
    ],
  },
  {
    name: 'basis',
    part: 'happening',
    questions: [
      {
        name: 'basis',
        kind: 'story',
        when: answers => isProfessional(answers) && answers.consent !== undefined && answers.consent !== 'given',
      },
    ],
  },
  {
    name: 'matters',
    part: 'happening',
    questions: [
      {
        name: 'matters',
        kind: 'many',
        options: answers => (isProfessional(answers) ? professionals : people),
        check: ({ matters = [] }, words) => (matters.length > 0 ? undefined : words.matters.errors.none),
      },
    ],
  },

  // Whoever is being hurt should know whom to tell before they are asked for more.
  {
    name: 'hurt',
    part: 'happening',
    questions: [],
    when: (answers: Answers) =>
      !isProfessional(answers) && has('safeguarding_enquiry')(answers) && !isInDanger(answers),
  },
  ...matterSteps,

  { name: 'story', part: 'happening', questions: [{ name: 'narrative', kind: 'story' }] },
  { name: 'wants', part: 'happening', questions: [{ name: 'wants', kind: 'story' }] },
  {
    name: 'dates',
    part: 'happening',
    questions: ofEach(
      kind => ({ ...date(`date_${kind}`), words: 'date', isAppointment: true }),
      // Its hearing was asked for already.
      (kind, answers) => kind !== 'mental_health_act' || !isProfessional(answers),
    ),
  },
  {
    name: 'authorities',
    part: 'happening',
    questions: ofEach(kind => ({ name: `authority_${kind}`, words: 'authority', kind: 'place' })),
  },

  {
    name: 'setting',
    part: 'person',
    questions: [
      {
        name: 'setting',
        kind: 'one',
        options: () => [
          'own_home', 'someone_elses_home', 'hospital', 'mental_health_ward', 'care_home', 'supported_living',
          'shared_lives', 'foster_home', 'prison', 'no_fixed_address', 'other', 'unknown',
        ], // prettier-ignore
      },
    ],
  },
  {
    name: 'staying',
    part: 'person',
    questions: [
      { name: 'staying_at', kind: 'story', when: isAway },
      {
        name: 'staying_area',
        kind: 'place',
        when: answers => isAway(answers) || answers.setting === 'no_fixed_address' || answers.setting === 'unknown',
      },
    ],
  },
  {
    name: 'home',
    part: 'person',
    questions: [{ name: 'home_area', kind: 'place', when: ({ setting }) => setting !== 'no_fixed_address' }],
  },
  {
    name: 'age',
    part: 'person',
    questions: [
      date('born', isProfessional),
      {
        name: 'age_group',
        kind: 'one',
        when: answers => !isProfessional(answers) || Boolean(answers.born?.isUnknown),
        options: () => ['under_16', '16_or_17', '18_or_over', 'unknown'],
      },
    ],
  },
  {
    name: 'support',
    part: 'person',
    questions: [{ name: 'has_supporter', kind: 'one', when: isSupportAsked, options: yesNo }],
  },
  {
    name: 'supporters',
    part: 'person',
    questions: [
      {
        name: 'supporters',
        kind: 'people',
        when: answers => answers.has_supporter === 'yes' && isSupportAsked(answers),
        about: answers =>
          isProfessional(answers)
            ? ['paid', 'person_agrees', 'willing', 'available', 'knows_views', 'attorney_or_deputy', 'alleged_source_of_harm', 'safe_to_involve']
            : ['paid', 'person_agrees', 'willing', 'safe_to_involve'], // prettier-ignore
      },
    ],
  },
  {
    name: 'no_supporter',
    part: 'person',
    questions: [
      {
        name: 'no_supporter_because',
        kind: 'story',
        when: answers => isProfessional(answers) && answers.has_supporter !== undefined && isSupportAsked(answers),
      },
    ],
  },

  {
    name: 'reach',
    part: 'contact',
    questions: [
      {
        name: 'reach',
        kind: 'many',
        options: () => [
          'telephone', 'text_message', 'email', 'letter', 'visit', 'video', 'text_relay', 'bsl_relay',
          'through_someone', 'none',
        ], // prettier-ignore
        check: (answers, { reach: { errors } }) => {
          const { reach = [] } = answers;
          const self = voiceOf(answers) === 'self' ? 'self' : 'other';
          if (reach.length === 0) return errors.none[self];
          return reach.includes('none') && reach.length > 1 ? errors.both[self] : undefined;
        },
      },
    ],
  },
  {
    name: 'details',
    part: 'contact',
    questions: [
      telephone(
        'telephone',
        isReachedBy('telephone', 'text_message', 'text_relay', 'video', 'bsl_relay'),
        (words, answers) => {
          if (isReachedBy('telephone', 'text_message', 'text_relay')(answers)) return words.telephone.errors.none;
          return answers.email?.trim() ? undefined : words.telephone.errors.either;
        },
      ),
      { name: 'leave_message', kind: 'one', when: isReachedBy('telephone', 'text_relay'), options: yesNo },
      email('email', isReachedBy('email', 'video', 'bsl_relay'), (words, answers) =>
        isReachedBy('email')(answers) ? words.email.errors.none : undefined,
      ),
      {
        name: 'address',
        kind: 'story',
        when: isReachedBy('letter', 'visit'),
        check: (answers, words) => {
          const { address = '', staying_at: place = '' } = answers;
          const isEnough = address.trim() || (place.trim() && !isReachedBy('letter')(answers));
          return isEnough ? undefined : words.address.errors.none;
        },
      },
      {
        name: 'through',
        kind: 'text',
        when: answers => isReachedBy('through_someone')(answers) && !isForOther(answers),
        check: ({ through = '' }, words) => (through.trim() ? undefined : words.through.errors.none),
      },
      {
        name: 'times',
        kind: 'story',
        when: isReachedBy('telephone', 'text_relay', 'bsl_relay', 'video', 'visit'),
      },
    ],
  },
  {
    name: 'safety',
    part: 'contact',
    questions: [
      {
        name: 'ruled_out',
        kind: 'many',
        options: ({ reach = [] }) =>
          (['telephone', 'text_message', 'email', 'letter', 'visit'] as const).filter(each => !reach.includes(each)),
      },
      { name: 'do_not_tell', kind: 'story' },
    ],
  },
  {
    name: 'name',
    part: 'contact',
    questions: [
      { name: 'name', kind: 'text' },
      { name: 'known_as', kind: 'text' },
    ],
  },
  {
    name: 'referrer',
    part: 'contact',
    questions: [
      { name: 'referrer_name', kind: 'text', when: isForOther },
      { name: 'referrer_role', kind: 'text', when: isProfessional },
      { name: 'referrer_organization', kind: 'text', when: isProfessional },
      { name: 'referrer_team', kind: 'text', when: isProfessional },
      {
        name: 'referrer_body',
        kind: 'one',
        when: isProfessional,
        options: () => ['council', 'nhs', 'supervisory_body', 'provider', 'voluntary', 'education', 'other'],
      },
      {
        ...telephone('referrer_telephone', isForOther),
        check: (answers, { referrer_telephone: { errors } }) => {
          const { referrer_telephone: number = '', referrer_email: address = '' } = answers;
          if (number.trim()) return looksLikeTelephone(number) ? undefined : errors.wrong;
          return isReachedBy('through_someone')(answers) && !address.trim() ? errors.none : undefined;
        },
      },
      email('referrer_email', isForOther),
      { name: 'case_number', kind: 'text', when: isProfessional },
    ],
  },

  {
    name: 'communication',
    part: 'help',
    questions: [
      {
        name: 'communication',
        kind: 'many',
        options: () => [
          'easy_read', 'large_print', 'braille', 'audio', 'bsl_video', 'plain_text', 'coloured_paper',
          'bsl_interpreter', 'sse_interpreter', 'deafblind_manual', 'lipspeaker', 'makaton', 'pictures_or_objects',
          'speech_to_text', 'language_interpreter', 'more_time', 'quiet_place',
        ], // prettier-ignore
      },
    ],
  },
  {
    name: 'communication_more',
    part: 'help',
    questions: [
      { name: 'language', kind: 'language', when: isHelpedBy('language_interpreter') },
      {
        name: 'interpreter_gender',
        kind: 'one',
        when: isHelpedBy(
          'language_interpreter',
          'bsl_interpreter',
          'sse_interpreter',
          'deafblind_manual',
          'lipspeaker',
        ),
        options: () => ['woman', 'man', 'any'],
      },
      {
        name: 'print_size',
        kind: 'one',
        when: isHelpedBy('large_print'),
        options: () => ['16', '20', '24', '28', 'any'],
      },
      { name: 'communication_words', kind: 'story', when: ({ communication = [] }) => communication.length > 0 },
    ],
  },
  {
    name: 'preferences',
    part: 'help',
    questions: [
      { name: 'advocate_gender', kind: 'one', options: () => ['woman', 'man', 'any'] },
      { name: 'advocate_words', kind: 'story' },
    ],
  },
  { name: 'visit', part: 'help', questions: [{ name: 'visit_safely', kind: 'story' }] },

  {
    name: 'call_back',
    part: 'contact',
    questions: [
      {
        name: 'about',
        kind: 'one',
        options: () => ['self', 'family', 'friend', 'professional'],
        check: ({ about }, words) => (about ? undefined : words.about.errors.none),
      },
      telephone(
        'telephone',
        answers => !isForOther(answers),
        words => words.telephone.errors.none,
      ),
      telephone('referrer_telephone', isForOther, words => words.referrer_telephone.errors.none),
      { name: 'leave_message', kind: 'one', options: yesNo },
      { name: 'times', kind: 'story', when: answers => !isForOther(answers) },
      { name: 'referrer_times', words: 'times', kind: 'story', when: isForOther },
      { name: 'name', kind: 'text', when: answers => !isForOther(answers) },
      { name: 'referrer_name', kind: 'text', when: isForOther },
      { name: 'do_not_tell', kind: 'story' },
    ],
  },
  {
    name: 'check',
    part: 'check',
    questions: [
      {
        name: 'agrees',
        kind: 'many',
        options: () => ['yes'],
        when: (answers, profile) => basisOf(answers, profile)?.kind === 'consent',
        check: ({ agrees = [] }, words) => (agrees.length > 0 ? undefined : words.agrees.errors.none),
      },
    ],
    when: () => true,
  },
] as const satisfies readonly (Omit<Step, 'name'> & { readonly name: string })[];

export const steps: readonly Step[] = stepList;

/** A question for each matter that was chosen and that somebody deals with. */
function ofEach<Q extends Question>(
  ask: (kind: MatterKind) => Q,
  also?: (kind: MatterKind, answers: Answers) => boolean,
): readonly Q[] {
  return kinds.map(kind => ({
    ...ask(kind),
    matter: kind,
    when: (answers: Answers) => has(kind)(answers) && !idle.includes(kind) && (also?.(kind, answers) ?? true),
  }));
}

/** Nobody has to be sure. */
function isInDanger({ danger }: Answers): boolean {
  return danger === 'yes' || danger === 'unknown';
}

/** Of professionals the law wants to know it for these matters alone (Care Act 2014 s.67, Mental Capacity Act 2005 ss.37 to 39D). */
function isSupportAsked(answers: Answers): boolean {
  return !isProfessional(answers) || has(...careAct, ...decisions, 'deprivation_of_liberty', 'not_sure')(answers);
}

function isReachedBy(...ways: readonly string[]) {
  return ({ reach = [] }: Answers) => reach.some(way => ways.includes(way));
}

function isHelpedBy(...ways: readonly string[]) {
  return ({ communication = [] }: Answers) => communication.some(way => ways.includes(way));
}

function isAway({ setting }: Answers): boolean {
  return setting !== undefined && !['own_home', 'no_fixed_address', 'unknown'].includes(setting);
}
