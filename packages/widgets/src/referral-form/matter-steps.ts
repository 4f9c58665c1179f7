import type { Answers, DecisionKind } from './answers.ts';
import { date, email, has, isProfessional, professionalOf, telephone, yesNo, type Question } from './question.ts';

/** Processes in which the Care Act 2014 gives a right to an advocate. */
export const careAct = ['care_assessment', 'care_plan', 'care_review', 'carers_assessment', 'transition_assessment', 'safeguarding_enquiry', 'safeguarding_review'] as const; // prettier-ignore
/** Decisions on which the Mental Capacity Act 2005 gives a right to one. */
export const decisions = ['serious_medical_treatment', 'change_of_home'] as const satisfies DecisionKind[];

/**
 * What is asked about the matters that were chosen, and only about those. Professionals are asked what the law wants to
 * know of them; people are asked the little that they are likely to know.
 */
export const matterSteps = [
  {
    name: 'difficulties',
    part: 'happening',
    questions: (['understanding', 'retaining', 'weighing', 'communicating', 'adjustment'] as const).map(name => ({
      name,
      kind: 'one' as const,
      when: professionalOf(...careAct),
      options: yesNo,
    })),
  },
  {
    name: 'judgement',
    part: 'happening',
    questions: [
      { name: 'judged_by', kind: 'text', when: professionalOf(...careAct) },
      date('judged_on', professionalOf(...careAct)),
      { name: 'difficulty_detail', kind: 'story', when: professionalOf(...careAct) },
    ],
  },
  {
    name: 'process',
    part: 'happening',
    questions: [
      {
        name: 'stage',
        kind: 'one',
        when: professionalOf(...careAct),
        options: () => ['beginning', 'under_way', 'ended', 'unknown'],
      },
      {
        name: 'enquiry_role',
        kind: 'one',
        when: professionalOf('safeguarding_enquiry', 'safeguarding_review'),
        options: () => ['at_risk', 'alleged_source', 'unknown'],
      },
      { name: 'disagreement', kind: 'one', when: professionalOf(...careAct), options: yesNo },
    ],
  },
  ...decisions.map(kind => ({
    name: kind,
    part: 'happening' as const,
    questions: [
      { name: `what_${kind}`, words: 'what', matter: kind, kind: 'story', when: professionalOf(kind) },
      {
        name: `finding_${kind}`,
        words: 'finding',
        kind: 'one',
        when: professionalOf(kind),
        options: () => ['lacks', 'has', 'not_assessed'],
      },
      {
        name: `assessed_by_${kind}`,
        words: 'assessed_by',
        kind: 'text',
        when: (answers: Answers) => professionalOf(kind)(answers) && isAssessed(answers[`finding_${kind}`]),
      },
      {
        ...date(
          `assessed_on_${kind}`,
          answers => professionalOf(kind)(answers) && isAssessed(answers[`finding_${kind}`]),
        ),
        words: 'assessed_on',
      },
    ] satisfies readonly Question[],
  })),
  {
    name: 'long_stay',
    part: 'happening',
    questions: [{ name: 'long_stay', kind: 'one', when: professionalOf('change_of_home', ...careAct), options: yesNo }],
  },
  {
    name: 'instruct',
    part: 'happening',
    questions: [
      { name: 'instruct', kind: 'one', when: professionalOf(...decisions, 'deprivation_of_liberty'), options: yesNo },
    ],
  },
  {
    name: 'attorney',
    part: 'happening',
    questions: [{ name: 'attorney', kind: 'one', when: professionalOf(...decisions), options: yesNo }],
  },
  {
    name: 'decides',
    part: 'happening',
    questions: [
      { name: 'decides', kind: 'one', when: professionalOf(...decisions), options: () => ['me', 'someone_else'] },
      { name: 'decider_name', kind: 'text', when: isDecidedElsewhere },
      { name: 'decider_role', kind: 'text', when: isDecidedElsewhere },
      { name: 'decider_organization', kind: 'text', when: isDecidedElsewhere },
      telephone('decider_telephone', isDecidedElsewhere),
      email('decider_email', isDecidedElsewhere),
    ],
  },
  {
    name: 'detention',
    part: 'happening',
    questions: [
      {
        name: 'detention_status',
        kind: 'one',
        when: has('mental_health_act'),
        options: (answers: Answers) =>
          isProfessional(answers)
            ? ['detained', 'community_treatment_order', 'guardianship', 'conditional_discharge', 'informal', 'treatment_under_section_57', 'treatment_under_section_58a', 'unknown']
            : ['detained', 'community_treatment_order', 'informal', 'unknown'], // prettier-ignore
      },
    ],
  },
  {
    name: 'section',
    part: 'happening',
    questions: [
      { name: 'section', kind: 'place', when: isHeld },
      date('detained_since', isHeld),
      { ...date('hearing', isHeld), isAppointment: true },
      { name: 'told_rights', kind: 'one', when: isHeld, options: yesNo },
    ],
  },
  {
    name: 'deprivation',
    part: 'happening',
    questions: [
      {
        name: 'deprivation_stage',
        kind: 'one',
        when: professionalOf('deprivation_of_liberty'),
        options: () => ['being_assessed', 'authorised', 'between_representatives', 'unknown'],
      },
      {
        name: 'deprivation_kind',
        kind: 'one',
        when: professionalOf('deprivation_of_liberty'),
        options: () => ['standard', 'urgent', 'unknown'],
      },
      { name: 'authorised_by', kind: 'place', when: professionalOf('deprivation_of_liberty') },
      date('authorised_from', professionalOf('deprivation_of_liberty')),
      date('authorised_until', professionalOf('deprivation_of_liberty')),
      { name: 'objects', kind: 'one', when: professionalOf('deprivation_of_liberty'), options: yesNo },
      { name: 'representative', kind: 'text', when: professionalOf('deprivation_of_liberty') },
      { name: 'in_court', kind: 'one', when: professionalOf('deprivation_of_liberty'), options: yesNo },
    ],
  },
  { name: 'complaint', part: 'happening', questions: [date('happened_on', has('nhs_complaint'))] },
  {
    name: 'made_yet',
    part: 'happening',
    questions: [{ name: 'made_yet', kind: 'one', when: has('nhs_complaint'), options: yesNo }],
  },
  {
    name: 'complaint_more',
    part: 'happening',
    questions: [
      date('known_on', professionalOf('nhs_complaint')),
      {
        name: 'on_behalf_of',
        kind: 'one',
        when: professionalOf('nhs_complaint'),
        options: () => ['self', 'child', 'adult_who_agrees', 'adult_who_cannot', 'someone_who_died'],
      },
      {
        name: 'care_paid_by',
        kind: 'one',
        when: professionalOf('nhs_complaint'),
        options: () => ['nhs', 'self', 'insurance', 'council', 'unknown'],
      },
    ],
  },
  {
    name: 'advocate_for',
    part: 'happening',
    questions: [
      {
        name: 'advocate_for',
        kind: 'one',
        when: professionalOf('childrens_services'),
        options: () => ['child', 'parent', 'unknown'],
      },
    ],
  },
  {
    name: 'child',
    part: 'happening',
    questions: [
      { name: 'child_in_need', kind: 'one', when: isForChild, options: yesNo },
      { name: 'looked_after_by', kind: 'place', when: isForChild },
      { name: 'care_leaver', kind: 'one', when: isForChild, options: yesNo },
    ],
  },
  {
    name: 'carer',
    part: 'happening',
    questions: [{ name: 'carer_for', kind: 'text', when: has('carers_assessment') }],
  },
] as const;

function isDecidedElsewhere(answers: Answers): boolean {
  return answers.decides === 'someone_else' && professionalOf(...decisions)(answers);
}

function isAssessed(finding: string | undefined): boolean {
  return finding === 'lacks' || finding === 'has';
}

/** Whoever is in hospital by their own choice has no section. */
function isHeld(answers: Answers): boolean {
  return answers.detention_status !== 'informal' && professionalOf('mental_health_act')(answers);
}

function isForChild(answers: Answers): boolean {
  return answers.advocate_for !== 'parent' && professionalOf('childrens_services')(answers);
}
