import { repeat } from 'lit/directives/repeat.js';
import { checkboxes, radios } from '../parts/choices.ts';
import { textArea, textField } from '../parts/text-field.ts';
import type { ChangeAnswers, ChangeKind, Reach } from './answers.ts';
import type { QuestionError } from './check.ts';
import { isEither, questionsOf, type Asked } from './questions.ts';
import type { AllWords } from './strings/en.ts';

interface Asking {
  readonly answers: ChangeAnswers;
  readonly words: AllWords;
  readonly errors: readonly QuestionError[];
  readonly onAnswer: (changed: ChangeAnswers) => void;
}

/** The questions of a change, in the order in which they are asked. */
export function renderQuestions(kind: ChangeKind, asking: Asking) {
  return repeat(
    questionsOf(kind, asking.answers),
    question => question.name,
    question => renderQuestion(question, asking),
  );
}

function renderQuestion(question: Asked, { answers, words, errors, onAnswer }: Asking) {
  const { name } = question;
  const { questions } = words.status;
  const { label } = questions[name];
  const field = {
    id: name,
    label,
    hint: hintOf(name, answers, words),
    error: errors.find(error => error.name === name)?.words,
  };
  switch (question.kind) {
    case 'many':
      return checkboxes({
        ...field,
        options: question.options.map(value => ({ value, label: questions.reach.options[value] })),
        values: answers.reach ?? [],
        // What can be chosen is what the question lists; so too below.
        onChange: values => onAnswer({ reach: values as readonly Reach[] }),
      });
    case 'one':
      return radios({
        ...field,
        options: question.options.map(value => ({ value, label: questions.leave_message.options[value] })),
        value: answers.leave_message ?? '',
        onChange: value => onAnswer({ leave_message: value as (typeof question.options)[number] }),
      });
    case 'story':
      return textArea({ ...field, value: answers[question.name] ?? '', onInput: text => onAnswer({ [name]: text }) });
    default:
      return textField({
        ...field,
        kind: question.kind,
        value: answers[question.name] ?? '',
        onInput: text => onAnswer({ [name]: text }),
      });
  }
}

/** What helps with a question depends on the ways that were chosen. */
function hintOf(name: Asked['name'], answers: ChangeAnswers, { status: { questions } }: AllWords): string {
  if ((name === 'telephone' || name === 'email') && isEither(answers)) return questions[name].hintEither;
  if (name === 'more' && answers.reach?.includes('another')) return questions.more.hintAnother;
  return questions[name].hint;
}
