import { voiceOf, type Answers, type MatterKind, type Voice } from './answers.ts';
import type { Question, WordsName } from './question.ts';
import { questionsOf } from './questions.ts';
import { steps } from './steps.ts';
import type { FormWords, Voiced } from './strings/en.ts';

type Labels = Readonly<Record<string, string | Voiced>>;

/** What any question may have to say. */
export interface QuestionWords {
  readonly label: string | Voiced;
  readonly hint: string | Voiced;
  readonly options?: Labels;
  readonly hints?: Labels;
}

/** A text as it is said to this person: a professional is told as anyone who asks for another, unless there are words apart. */
export function said(text: string | Voiced, voice: Voice): string {
  if (typeof text === 'string') return text;
  return text[voice] ?? text.other;
}

/** A question's own words. */
export function wordsFor({ words, name }: Question, { referral }: FormWords): QuestionWords {
  // A name without words of its own says where they stand.
  return referral.questions[words ?? (name as WordsName)];
}

/** What a question is called on its page: where the same is asked of several matters, by its matter. */
export function labelOf(question: Question, answers: Answers, words: FormWords): string {
  const voice = voiceOf(answers);
  return isOneOfSeveral(question, answers)
    ? said(words.referral.questions.matters.options[question.matter], voice)
    : said(wordsFor(question, words).label, voice);
}

/** What it is called away from its page. */
export function fullLabelOf(question: Question, answers: Answers, words: FormWords): string {
  const label = labelOf(question, answers, words);
  if (!isOneOfSeveral(question, answers)) return label;
  return `${said(wordsFor(question, words).label, voiceOf(answers))} (${label})`;
}

function isOneOfSeveral(question: Question, answers: Answers): question is Question & { matter: MatterKind } {
  if (!question.matter || question.kind === 'story') return false;
  const step = steps.find(each => each.questions.includes(question));
  return step !== undefined && questionsOf(step, answers).length > 1;
}
