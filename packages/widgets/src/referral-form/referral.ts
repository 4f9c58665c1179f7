import type { Facts, HubProfile, Matter, Referral, ReferrerDetails, Supporter } from '@advocacy-hub/sdk';
import { text } from '../internal/typed.ts';
import type { TypedDay } from '../parts/day-field.ts';
import type { TypedPlace } from '../parts/place-field.ts';
import { dayOf, voiceOf, type Answers, type Format, type MatterKind, type Reach, type Support } from './answers.ts';
import { basisOf } from './basis.ts';
import { careAct } from './matter-steps.ts';
import { answersAsked } from './questions.ts';
import type { FormWords } from './strings/en.ts';

/** Which form asks; the version of its words is added. It changes with every change of a question. */
const formVersion = 'referral-form@0.2.0';

const formats: readonly string[] = [
  'easy_read', 'large_print', 'braille', 'audio', 'bsl_video', 'plain_text', 'coloured_paper',
] satisfies Format[]; // prettier-ignore

interface Told {
  readonly words: FormWords;
  readonly profile?: HubProfile | undefined;
  readonly now: Date;
}

/** Makes of what was answered what the hub reads. Only what was asked goes along, and what was typed stays as it is. */
export function referralOf(given: Answers, { words, profile, now }: Told): Referral {
  const answers = answersAsked(given);
  const isForOther = voiceOf(answers) !== 'self';
  const decider = answers.decides === 'someone_else' && {
    name: text(answers.decider_name),
    role: text(answers.decider_role),
    organization: text(answers.decider_organization),
    telephone: text(answers.decider_telephone),
    email: text(answers.decider_email),
  };
  return {
    form_version: `${formVersion}+${words.referral.version}`,
    language: words.language,
    facts: factsOf(answers, now),
    person: {
      name: text(answers.name),
      known_as: text(answers.known_as),
      date_of_birth: answers.born && dayOf(answers.born),
      telephone: text(answers.telephone),
      email: text(answers.email),
      home_address: text(answers.address),
      staying_at: text(answers.staying_at),
    },
    ...(isForOther && { referrer: referrerOf(answers) }),
    ...(decider && { decision_maker: decider }),
    ...(basisOf(answers, profile)?.kind === 'consent' && { privacy_agreed: Boolean(answers.agrees?.length) }),
  };
}

function factsOf(answers: Answers, now: Date): Facts {
  const isForOther = voiceOf(answers) !== 'self';
  const { call_back: wantsCall, matters = wantsCall ? (['not_sure'] as const) : [] } = answers;
  const call: readonly Reach[] = wantsCall ? [isForOther ? 'through_someone' : 'telephone'] : [];
  const reach = [...new Set([...call, ...(answers.reach ?? [])])];
  const isReader = Boolean(answers.communication?.length) || text(answers.communication_words);
  return {
    received_at: now.toISOString(),
    channel: 'web',
    online: true,
    referrer: {
      relationship: answers.about ?? 'self',
      body: answers.referrer_body,
      authorised_to_instruct: answers.instruct,
    },
    person: {
      age: ageOf(answers.born, now),
      age_group: answers.age_group,
      home_area: place(answers.home_area),
      staying_area: place(answers.staying_area),
      setting: answers.setting,
      looked_after_by: place(answers.looked_after_by),
      child_in_need: answers.child_in_need,
      care_leaver: answers.care_leaver,
      carer_for: text(answers.carer_for),
    },
    matters: matters.map(kind => matterOf(kind, answers)),
    difficulties: difficultiesOf(answers),
    capacity: capacityOf(answers),
    has_supporter: answers.has_supporter,
    supporters: answers.supporters?.filter(someoneIsMeant).map(supporter),
    attorney_or_deputy: answers.attorney,
    no_supporter_because: text(answers.no_supporter_because),
    consent: consentOf(answers),
    safe_contact: {
      allowed: reach.filter((each): each is Exclude<Reach, 'none'> => each !== 'none'),
      // Who asks to be rung has taken that back.
      ruled_out: answers.ruled_out?.filter(each => !reach.includes(each)),
      leave_message: answers.leave_message,
      through: text(answers.through),
      times: text(answers.times),
      do_not_tell: text(answers.do_not_tell),
    },
    communication_needs: isReader ? needsOf(answers) : undefined,
    preferences: preferencesOf(answers),
    visit_safely: text(answers.visit_safely),
    danger_now: answers.danger,
    call_back: wantsCall ? true : undefined,
    narrative: text(answers.narrative),
    wants: text(answers.wants),
  };
}

function matterOf(kind: MatterKind, answers: Answers): Matter {
  const isCareAct = careAct.some(each => each === kind);
  const isMove = kind === 'change_of_home';
  return {
    kind,
    authority: place(answers[`authority_${kind}`]),
    date: day(answers[`date_${kind}`]),
    ...((isMove || kind === 'serious_medical_treatment') && { what: text(answers[`what_${kind}`]) }),
    ...((isMove || isCareAct) && { long_stay: answers.long_stay }),
    ...(isCareAct && { stage: answers.stage, disagreement: answers.disagreement }),
    ...(kind.startsWith('safeguarding') && { role: answers.enquiry_role }),
    ...(kind === 'childrens_services' && { advocate_for: answers.advocate_for }),
    ...(kind === 'deprivation_of_liberty' && {
      deprivation: {
        stage: answers.deprivation_stage,
        kind: answers.deprivation_kind,
        authorised_from: day(answers.authorised_from),
        authorised_by: place(answers.authorised_by),
        authorised_until: day(answers.authorised_until),
        objects: answers.objects,
        representative: text(answers.representative),
        in_court: answers.in_court,
      },
    }),
    ...(kind === 'mental_health_act' && {
      detention: {
        status: answers.detention_status,
        section: place(answers.section),
        since: day(answers.detained_since),
        hearing: day(answers.hearing),
        told_rights: answers.told_rights,
      },
    }),
    ...(kind === 'nhs_complaint' && {
      complaint: {
        happened_on: day(answers.happened_on),
        known_on: day(answers.known_on),
        made_yet: answers.made_yet,
        on_behalf_of: answers.on_behalf_of,
        care_paid_by: answers.care_paid_by,
      },
    }),
  };
}

function difficultiesOf(answers: Answers): Facts['difficulties'] {
  const { adjustment, understanding, retaining, weighing, communicating } = answers;
  const found = Object.entries({ understanding, retaining, weighing, communicating }).filter(([, has]) => has);
  const judged = {
    judged_by: text(answers.judged_by),
    judged_on: day(answers.judged_on),
    detail: text(answers.difficulty_detail),
  };
  if (found.length === 0 && Object.values(judged).every(each => each === undefined)) return undefined;
  return {
    ...Object.fromEntries(
      found.map(([name, has]) => [name, { has, ...(has === 'yes' && { adjustment_would_remove: adjustment }) }]),
    ),
    ...judged,
  };
}

/** Capacity is for one decision: each matter that needs one has its own. */
function capacityOf(answers: Answers): Facts['capacity'] {
  const found = (['serious_medical_treatment', 'change_of_home'] as const).flatMap(kind => {
    const finding = answers[`finding_${kind}`];
    if (!finding) return [];
    return {
      // What exactly has to be decided stands with the matter.
      decision: kind,
      finding,
      assessed_by: text(answers[`assessed_by_${kind}`]),
      assessed_on: day(answers[`assessed_on_${kind}`]),
    };
  });
  return found.length > 0 ? found : undefined;
}

function someoneIsMeant(person: object): boolean {
  return Object.values(person).some(Boolean);
}

function supporter({ relationship, ...rest }: Readonly<Record<string, string | undefined>>): Supporter {
  // What can be chosen for each of the rest is what the contract has.
  return { relationship: text(relationship), ...rest };
}

function consentOf({ consent, basis }: Answers): Facts['consent'] {
  if (consent === undefined) return undefined;
  return {
    ...(consent === 'unsafe_to_ask' ? { answer: 'not_asked', unsafe_to_ask: 'yes' } : { answer: consent }),
    basis: text(basis),
  };
}

function needsOf(answers: Answers): Facts['communication_needs'] {
  const { communication = [], interpreter_gender: gender, print_size: size } = answers;
  return {
    formats: communication.filter((each): each is Format => formats.includes(each)),
    support: communication.filter((each): each is Support => !formats.includes(each)),
    language: answers.language || undefined,
    interpreter_gender: gender === 'any' ? undefined : gender,
    print_size: size && size !== 'any' ? Number(size) : undefined,
    own_words: text(answers.communication_words),
  };
}

function preferencesOf({ advocate_gender: gender, advocate_words: words }: Answers): Facts['preferences'] {
  const found = { gender: gender === 'any' ? undefined : gender, own_words: text(words) };
  return found.gender || found.own_words ? found : undefined;
}

function referrerOf(answers: Answers): ReferrerDetails {
  return {
    name: text(answers.referrer_name),
    role: text(answers.referrer_role),
    organization: text(answers.referrer_organization),
    team: text(answers.referrer_team),
    case_number: text(answers.case_number),
    telephone: text(answers.referrer_telephone),
    email: text(answers.referrer_email),
    times: text(answers.referrer_times),
  };
}

function day(typed: TypedDay | undefined): string | undefined {
  return typed?.isUnknown ? 'unknown' : typed && dayOf(typed);
}

function place(typed: TypedPlace | undefined): string | undefined {
  return typed?.isUnknown ? 'unknown' : text(typed?.text);
}

/** Whole years on a day, by the calendar. */
function ageOf(born: TypedDay | undefined, now: Date): number | undefined {
  const date = born && dayOf(born);
  if (!date) return undefined;
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4)) - (today.slice(5) < date.slice(5) ? 1 : 0);
  return years >= 0 && years <= 130 ? years : undefined;
}
