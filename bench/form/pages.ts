import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { noAnswers, type Answers } from '../../packages/widgets/src/referral-form/answers.ts';
import type { Question } from '../../packages/widgets/src/referral-form/question.ts';
import { questionsOf, stepsOf } from '../../packages/widgets/src/referral-form/questions.ts';
import type { Step } from '../../packages/widgets/src/referral-form/steps.ts';
import { ending } from '../../packages/widgets/src/referral-form/strings/ending.en.ts';
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { labelOf, said, wordsFor } from '../../packages/widgets/src/referral-form/voice.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

export interface Choice extends Asked {
  readonly kind: 'one' | 'many';
  readonly options: readonly Option[];
  /** The values that the visitor of the benchmark chooses. */
  readonly answer: readonly string[];
  /** What is said where nothing was chosen; empty where that is an answer. */
  readonly missing: string;
}

export interface Line extends Asked {
  readonly kind: 'text' | 'tel' | 'email' | 'story';
  /** What the visitor types. */
  readonly answer: string;
  readonly missing: string;
  readonly wrong: string;
}

export interface Day extends Asked {
  readonly kind: 'day';
  readonly parts: readonly { readonly name: string; readonly label: string; readonly answer: string }[];
}

/** One box to tick, below the question that it goes with. The visitor leaves it open. */
export interface Tick extends Asked {
  readonly kind: 'tick';
}

/** What is asked, for any way to build a form: no code, no conditions, no names of ours. */
export type Control = Choice | Line | Day | Tick;

export interface FormPage {
  readonly progress: string;
  readonly heading: string;
  readonly lead: string;
  readonly controls: readonly Control[];
}

/** The words around the questions. */
export const around = {
  next: referral.next,
  back: referral.back,
  danger: referral.dangerNow,
  problem: en.errors.heading,
  contact: en.contact,
  check: referral.steps.check,
  parts: Object.values(referral.parts).length,
};

const words = { ...en, referral };
/** What the visitor chooses; of all other questions the first option. */
const chosen: Answers = {
  danger: 'no',
  about: 'self',
  matters: ['care_review'],
  reach: ['telephone', 'email'],
  communication: ['large_print', 'more_time'],
};
const typed = {
  text: 'Sam Example',
  tel: '01632 960 001',
  email: 'sam@example.org',
  story: 'They want to cut my care, and nobody asked me about it.',
  place: 'County Durham',
};
const day = { day: '14', month: '3', year: '2027' };

/** The pages of somebody who asks for themselves, in the form's own words, and what this visitor answers. */
export function pagesOfSelf(): FormPage[] {
  const pages: FormPage[] = [];
  let answers = noAnswers;
  const seen = new Set<string>();
  for (;;) {
    const step = stepsOf(answers).find(({ name }) => !seen.has(name));
    if (!step || step.name === 'check') return pages;
    seen.add(step.name);
    // An answer may bring another question to the same page.
    for (const question of step.questions)
      if (questionsOf(step, answers).includes(question))
        answers = { ...answers, [question.name]: answerTo(question, answers) };
    pages.push(pageOf(step, answers));
  }
}

function answerTo(question: Question, answers: Answers): unknown {
  switch (question.kind) {
    case 'one':
      return chosen[question.name] ?? question.options(answers)[0];
    case 'many':
      return chosen[question.name] ?? question.options(answers).slice(0, 1);
    case 'day':
      return { ...day, isUnknown: false };
    case 'place':
      return { text: typed.place, isUnknown: false };
    case 'people':
    case 'language':
      return undefined;
    default:
      return typed[question.kind];
  }
}

function pageOf(step: Step, answers: Answers): FormPage {
  const { name, part } = step;
  const asked = questionsOf(step, answers);
  const controls = asked.flatMap(question => controlsOf(question, answers));
  const place = Object.keys(referral.parts).indexOf(part) + 1;
  const headings: Readonly<Record<string, { heading: Parameters<typeof said>[0]; lead: string }>> = referral.steps;
  const [alone] = asked.length === 1 ? asked : [];
  return {
    progress: referral.progress(place, around.parts, said(referral.parts[part], 'self')),
    heading: alone ? labelOf(alone, answers, words) : said(headings[name]?.heading ?? '', 'self'),
    lead: alone ? '' : (headings[name]?.lead ?? ''),
    controls,
  };
}

function controlsOf(question: Question, answers: Answers): Control[] {
  const { name } = question;
  const own = wordsFor(question, words);
  const asked = { name, label: labelOf(question, answers, words), hint: said(own.hint, 'self') };
  const missing = question.check?.({ ...answers, [name]: undefined }, referral.questions) ?? '';
  const wrong = question.check?.({ ...answers, [name]: 'x' }, referral.questions) ?? '';
  switch (question.kind) {
    case 'one':
    case 'many': {
      const options = question.options(answers).map(value => ({
        value,
        label: said(own.options?.[value] ?? value, 'self'),
        hint: said(own.hints?.[value] ?? '', 'self'),
      }));
      return [{ ...asked, kind: question.kind, options, answer: [answers[question.name] ?? []].flat(), missing }];
    }
    case 'day': {
      const parts = (['day', 'month', 'year'] as const).map(part => ({
        name: `${name}_${part}`,
        label: en.day[part],
        answer: day[part],
      }));
      return [
        { ...asked, kind: 'day', parts },
        tick(name, question.isAppointment ? referral.dateUnknown : referral.unknown),
      ];
    }
    case 'place':
      return [{ ...asked, kind: 'text', answer: typed.place, missing, wrong: '' }, tick(name, referral.unknown)];
    case 'people': {
      const { options } = ending.supporters;
      const labels: Readonly<Record<string, Parameters<typeof said>[0]>> = ending.supporters.labels;
      const yesNo = Object.entries(options).map(([value, label]) => ({ value, label, hint: '' }));
      const about = question.about(answers).map(each => ({
        name: `${name}_${each}`,
        label: said(labels[each] ?? each, 'self'),
        hint: '',
        kind: 'one' as const,
        options: yesNo,
        answer: ['yes'],
        missing: '',
      }));
      const who = {
        name: `${name}_who`,
        label: ending.supporters.labels.relationship,
        hint: '',
        kind: 'text' as const,
      };
      return [{ ...who, answer: typed.text, missing: '', wrong: '' }, ...about];
    }
    case 'language':
      return [];
    default:
      return [{ ...asked, kind: question.kind, answer: typed[question.kind], missing, wrong }];
  }
}

function tick(name: string, label: string): Tick {
  return { kind: 'tick', name: `${name}_unknown`, label, hint: '' };
}
