import type { Voiced, Words } from '../internal/strings/en.ts';
import { checkboxes, radios } from '../parts/choices.ts';
import { dayField } from '../parts/day-field.ts';
import { textArea, textField } from '../parts/text-field.ts';
import { voiceOf, type Answers } from './answers.ts';
import type { QuestionError } from './check.ts';
import type { Question, QuestionName } from './questions.ts';
import { said } from './voice.ts';

type Labels = Readonly<Record<string, string | Voiced>>;

/** What any question may have to say. */
export interface QuestionWords {
  readonly label: string | Voiced;
  readonly hint: string | Voiced;
  readonly options?: Labels;
  readonly hints?: Labels;
}

interface Asking {
  readonly answers: Answers;
  readonly words: Words;
  readonly error: QuestionError | undefined;
  readonly onAnswer: (changed: Partial<Answers>) => void;
}

/** A question as it is asked: its words and answer in the part for its kind. */
export function renderQuestion(question: Question, { answers, words, error, onAnswer }: Asking) {
  const { name } = question;
  const own: QuestionWords = words.referral.questions[name];
  const voice = voiceOf(answers);
  const field = { id: name, label: said(own.label, voice), hint: said(own.hint, voice), error: error?.words };
  const answer = (value: Answers[QuestionName]) => onAnswer({ [name]: value });
  const optionOf = (value: string) => ({
    value,
    label: said(own.options?.[value] ?? value, voice),
    hint: said(own.hints?.[value] ?? '', voice),
  });

  switch (question.kind) {
    case 'one':
      return radios({
        ...field,
        options: question.options(answers).map(optionOf),
        value: answers[question.name],
        onChange: answer,
      });
    case 'many':
      return checkboxes({
        ...field,
        options: question.options(answers).map(optionOf),
        values: answers[question.name],
        // What can be chosen is what the question lists.
        onChange: values => answer(values as Answers[typeof question.name]),
      });
    case 'story':
      return textArea({ ...field, value: answers[question.name], onInput: answer });
    case 'day':
      return dayField({
        ...field,
        value: answers[question.name],
        words: { ...words.day, unknown: words.referral.questions.date.unknown },
        at: error?.at,
        onChange: answer,
      });
    default:
      return textField({ ...field, kind: question.kind, value: answers[question.name], onInput: answer });
  }
}
