import type { Words } from '../internal/strings/en.ts';
import { summaryList } from '../parts/summary-list.ts';
import { dayOf, voiceOf, type Answers } from './answers.ts';
import { questionsOf, steps, stillOffered, type Question, type StepName } from './questions.ts';
import type { QuestionWords } from './render-question.ts';
import { said } from './voice.ts';

interface AnswerList {
  readonly answers: Answers;
  readonly words: Words;
  /** A person wants to change an answer of this step. */
  readonly onChange: (step: StepName) => void;
}

/** All that was asked and answered, to check before it is sent. */
export function answerList({ answers: given, words, onChange }: AnswerList) {
  const answers = stillOffered(given);
  const rows = steps.flatMap(step =>
    questionsOf(step, answers).map(question => ({
      question: said(words.referral.questions[question.name].label, voiceOf(answers)),
      answer: answerText(question, answers, words),
      change: () => onChange(step.name),
    })),
  );
  return summaryList({ rows, words: words.referral.check });
}

/** An answer in words, or nothing where a question was left out. */
function answerText(question: Question, answers: Answers, words: Words): string | undefined {
  const own: QuestionWords = words.referral.questions[question.name];
  const label = (value: string) => said(own.options?.[value] ?? value, voiceOf(answers));
  switch (question.kind) {
    case 'one':
      return answers[question.name] && label(answers[question.name]);
    case 'many':
      return answers[question.name].map(label).join('\n');
    case 'day': {
      const date = answers[question.name];
      return date.isUnknown ? words.referral.check.dateUnknown : longDate(dayOf(date), words.locale);
    }
    default:
      return answers[question.name].trim();
  }
}

function longDate(day: string | undefined, locale: string): string | undefined {
  return day && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
