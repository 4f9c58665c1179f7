import type { Facts, Matter, SafeContact, Supporter } from '@advocacy-hub/sdk';
import type { TypedDay } from '../parts/day-field.ts';
import type { TypedPlace } from '../parts/place-field.ts';

type Consent = NonNullable<Facts['consent']>['answer'];
type Person = Facts['person'];
type Needs = NonNullable<Facts['communication_needs']>;
type YesNo = NonNullable<Facts['danger_now']>;
type Deprivation = NonNullable<Matter['deprivation']>;
type Detention = NonNullable<Matter['detention']>;
type Complaint = NonNullable<Matter['complaint']>;
type Channel = NonNullable<SafeContact['allowed']>[number];

export type About = Facts['referrer']['relationship'];
export type MatterKind = Matter['kind'];
/** Matters about which the law asks for a capacity assessment: each is one decision. */
export type DecisionKind = Extract<MatterKind, 'serious_medical_treatment' | 'change_of_home'>;
/** A way to reach the person, or that they get in touch themselves. */
export type Reach = Channel | 'none';
export type Format = NonNullable<Needs['formats']>[number];
export type Support = NonNullable<Needs['support']>[number];

/** Someone who is there for the person, as far as it was told. */
export type SupporterAnswers = { readonly [Name in keyof Supporter]?: string };

/** What is asked once for each matter, under names such as `date_care_review`. */
type OfEach<Kind extends string, Prefix extends string, Value> = {
  readonly [Each in Kind as `${Prefix}_${Each}`]?: Value;
};

/**
 * What a person answered so far; what they did not come to is absent. It lives in memory, and nowhere else until it is
 * sealed.
 */
export interface Answers
  extends
    OfEach<MatterKind, 'date', TypedDay>,
    OfEach<MatterKind, 'authority', TypedPlace>,
    OfEach<DecisionKind, 'what' | 'assessed_by', string>,
    OfEach<DecisionKind, 'assessed_on', TypedDay>,
    OfEach<DecisionKind, 'finding', NonNullable<Facts['capacity']>[number]['finding']> {
  readonly danger?: YesNo;
  readonly about?: About;
  readonly consent?: Consent | 'unsafe_to_ask';
  readonly basis?: string;
  readonly matters?: readonly MatterKind[];

  readonly stage?: NonNullable<Matter['stage']>;
  readonly enquiry_role?: NonNullable<Matter['role']>;
  readonly long_stay?: YesNo;
  readonly disagreement?: YesNo;
  readonly understanding?: YesNo;
  readonly retaining?: YesNo;
  readonly weighing?: YesNo;
  readonly communicating?: YesNo;
  readonly adjustment?: YesNo;
  readonly difficulty_detail?: string;
  readonly judged_by?: string;
  readonly judged_on?: TypedDay;
  readonly instruct?: YesNo;
  readonly attorney?: YesNo;
  readonly decides?: 'me' | 'someone_else';
  readonly decider_name?: string;
  readonly decider_role?: string;
  readonly decider_organization?: string;
  readonly decider_telephone?: string;
  readonly decider_email?: string;
  readonly detention_status?: NonNullable<Detention['status']>;
  readonly section?: TypedPlace;
  readonly detained_since?: TypedDay;
  readonly hearing?: TypedDay;
  readonly told_rights?: YesNo;
  readonly deprivation_stage?: NonNullable<Deprivation['stage']>;
  readonly deprivation_kind?: NonNullable<Deprivation['kind']>;
  readonly authorised_by?: TypedPlace;
  readonly authorised_from?: TypedDay;
  readonly authorised_until?: TypedDay;
  readonly objects?: YesNo;
  readonly representative?: string;
  readonly in_court?: YesNo;
  readonly happened_on?: TypedDay;
  readonly known_on?: TypedDay;
  readonly made_yet?: YesNo;
  readonly on_behalf_of?: NonNullable<Complaint['on_behalf_of']>;
  readonly care_paid_by?: NonNullable<Complaint['care_paid_by']>;
  readonly advocate_for?: NonNullable<Matter['advocate_for']>;
  readonly child_in_need?: YesNo;
  readonly care_leaver?: YesNo;
  readonly looked_after_by?: TypedPlace;
  readonly carer_for?: string;

  readonly narrative?: string;
  readonly wants?: string;

  readonly setting?: NonNullable<Person['setting']>;
  readonly staying_at?: string;
  readonly staying_area?: TypedPlace;
  readonly home_area?: TypedPlace;
  readonly age_group?: NonNullable<Person['age_group']>;
  readonly born?: TypedDay;
  readonly has_supporter?: YesNo;
  readonly supporters?: readonly SupporterAnswers[];
  readonly no_supporter_because?: string;

  readonly reach?: readonly Reach[];
  readonly telephone?: string;
  readonly leave_message?: YesNo;
  readonly email?: string;
  readonly address?: string;
  readonly through?: string;
  readonly times?: string;
  readonly ruled_out?: readonly Channel[];
  readonly do_not_tell?: string;
  readonly name?: string;
  readonly known_as?: string;

  readonly referrer_name?: string;
  readonly referrer_role?: string;
  readonly referrer_organization?: string;
  readonly referrer_team?: string;
  readonly referrer_body?: NonNullable<Facts['referrer']['body']>;
  readonly case_number?: string;
  readonly referrer_telephone?: string;
  readonly referrer_email?: string;
  readonly referrer_times?: string;

  readonly communication?: readonly (Format | Support)[];
  readonly language?: string;
  readonly interpreter_gender?: 'woman' | 'man' | 'any';
  readonly print_size?: string;
  readonly communication_words?: string;
  readonly advocate_gender?: 'woman' | 'man' | 'any';
  readonly advocate_words?: string;
  readonly visit_safely?: string;

  readonly call_back?: 'yes' | undefined;
  readonly agrees?: readonly 'yes'[];
}

/** Before anything is answered. */
export const noAnswers: Answers = {};

/** Who answers: the person who needs an advocate, somebody who knows them, or a professional. */
export type Voice = 'self' | 'other' | 'professional';

export function voiceOf({ about }: Answers): Voice {
  if (about === 'professional') return about;
  return about === undefined || about === 'self' ? 'self' : 'other';
}

/** A date as the contract writes it, or nothing where the three fields name no day. */
export function dayOf({ day, month, year }: TypedDay): string | undefined {
  const [y, m, d] = [year, month, day].map(part => part.trim()) as [string, string, string];
  // The years that the contract has: outside of them a date is mistyped.
  if (!/^[12]\d{3}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return undefined;
  const written = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // The 30th of February is read as a day in March.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(written) ? written : undefined;
}
