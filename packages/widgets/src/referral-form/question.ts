import type { HubProfile } from '@advocacy-hub/sdk';
import { looksLikeEmail, looksLikeTelephone } from '../internal/typed.ts';
import type { DayPart, TypedDay } from '../parts/day-field.ts';
import type { TypedPlace } from '../parts/place-field.ts';
import { voiceOf, type Answers, type MatterKind, type SupporterAnswers } from './answers.ts';
import type { ReferralWords } from './strings/en.ts';

export type QuestionName = keyof Answers;
export type WordsName = keyof ReferralWords['questions'];

/** What keeps an answer from going on: words that say what to do, and the part of the control that they are about. */
export interface Fault {
  readonly words: string;
  /** A part of a date, or the place of one of several people. */
  readonly at?: DayPart | number;
}

export type NameOf<Value> = {
  [Name in QuestionName]-?: NonNullable<Answers[Name]> extends Value ? Name : never;
}[QuestionName];

/** Whether a question is asked, by what was answered so far and what the hub says about itself. */
export type When = (answers: Answers, profile: HubProfile | undefined) => boolean;

/** What every question may say of itself. */
export interface Asked {
  /** Where its words stand. @default under its own name */
  readonly words?: WordsName;
  /** Which of the matters it is about, where it is asked for each. */
  readonly matter?: MatterKind;
  /** Whether it is asked at all, by what was answered so far and what the hub says about itself. @default always */
  readonly when?: When;
  /** What is wrong with the answer. @default nothing ever is */
  readonly check?: (answers: Answers, words: ReferralWords['questions']) => string | undefined;
}

interface TextQuestion extends Asked {
  readonly kind: 'text' | 'tel' | 'email' | 'story';
  readonly name: NameOf<string>;
}

interface ChoiceQuestion extends Asked {
  readonly kind: 'one';
  readonly name: NameOf<string>;
  readonly options: (answers: Answers) => readonly string[];
}

interface ChoicesQuestion extends Asked {
  readonly kind: 'many';
  readonly name: NameOf<readonly string[]>;
  readonly options: (answers: Answers) => readonly string[];
}

interface LanguageQuestion extends Asked {
  readonly kind: 'language';
  readonly name: 'language';
}

interface DayQuestion extends Asked {
  readonly kind: 'day';
  readonly name: NameOf<TypedDay>;
  /** True where there may be no such day at all: not to know it then says that there is one. @default false */
  readonly isAppointment?: boolean;
}

interface PlaceQuestion extends Asked {
  readonly kind: 'place';
  readonly name: NameOf<TypedPlace>;
}

interface PeopleQuestion extends Asked {
  readonly kind: 'people';
  readonly name: 'supporters';
  /** What is asked of each of them, besides who it is. */
  readonly about: (answers: Answers) => readonly (keyof SupporterAnswers)[];
}

/** A question as data. Its words stand under its name in the strings. */
export type Question =
  TextQuestion | ChoiceQuestion | ChoicesQuestion | LanguageQuestion | DayQuestion | PlaceQuestion | PeopleQuestion;

export const isForOther = (answers: Answers) => voiceOf(answers) !== 'self';
export const isProfessional = (answers: Answers) => voiceOf(answers) === 'professional';
export const has =
  (...kinds: readonly MatterKind[]) =>
  ({ matters = [] }: Answers) =>
    matters.some(kind => kinds.includes(kind));
export const professionalOf = (...kinds: readonly MatterKind[]) => {
  const isOfKind = has(...kinds);
  return (answers: Answers) => isProfessional(answers) && isOfKind(answers);
};
export const yesNo = () => ['yes', 'no', 'unknown'];

/** A date, known or not. */
export function date<Name extends NameOf<TypedDay>>(name: Name, when: When = () => true) {
  return {
    name,
    kind: 'day',
    when,
  } as const;
}

/** A telephone number that may be left out, unless there are words for that. */
export function telephone<Name extends NameOf<string>>(name: Name, when: When, none?: NoneOf) {
  return {
    name,
    kind: 'tel',
    when,
    check: (answers: Answers, words: ReferralWords['questions']) => {
      const typed = String(answers[name] ?? '').trim();
      if (!typed) return none?.(words, answers);
      return looksLikeTelephone(typed) ? undefined : words.telephone.errors.wrong;
    },
  } as const;
}

/** An e-mail address that may be left out, unless there are words for that. */
export function email<Name extends NameOf<string>>(name: Name, when: When, none?: NoneOf) {
  return {
    name,
    kind: 'email',
    when,
    check: (answers: Answers, words: ReferralWords['questions']) => {
      const typed = String(answers[name] ?? '').trim();
      if (!typed) return none?.(words, answers);
      return looksLikeEmail(typed) ? undefined : words.email.errors.wrong;
    },
  } as const;
}

/** What is said where nothing was typed. */
type NoneOf = (words: ReferralWords['questions'], answers: Answers) => string | undefined;
