import { html } from 'lit';
import { checkboxes, radios } from '../parts/choices.ts';
import { dayField } from '../parts/day-field.ts';
import { placeField } from '../parts/place-field.ts';
import { textArea, textField } from '../parts/text-field.ts';
import { voiceOf, type Answers } from './answers.ts';
import type { QuestionError } from './check.ts';
import type { Later } from './later.ts';
import type { Question, QuestionName } from './question.ts';
import type { EndingWords } from './strings/ending.en.ts';
import type { FormWords } from './strings/en.ts';
import { labelOf, said, wordsFor } from './voice.ts';

interface Asking {
  readonly answers: Answers;
  readonly words: FormWords;
  readonly error: QuestionError | undefined;
  /** Whether it is the one question of its page. */
  readonly isHeading: boolean;
  readonly onAnswer: (changed: Partial<Answers>) => void;
  /** Renders the kinds of control that few people come to; absent until it has been loaded. */
  readonly rare: { readonly render: Later['renderRare']; readonly ending: EndingWords } | undefined;
}

/** A question as it is asked: its words and answer in the part for its kind. */
export function renderQuestion(question: Question, { answers, words, error, isHeading, onAnswer, rare }: Asking) {
  const { name } = question;
  const own = wordsFor(question, words);
  const voice = voiceOf(answers);
  const { referral } = words;
  const field = {
    id: name,
    label: labelOf(question, answers, words),
    // A label that names its matter stands below a heading that has said the rest.
    hint: question.matter && !isHeading && question.words !== 'what' ? '' : said(own.hint, voice),
    error: error?.words,
    isHeading,
  };
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
        value: answers[question.name] ?? '',
        // What can be chosen is what the question lists; so too below.
        onChange: value => answer(value),
      });
    case 'many':
      return checkboxes({
        ...field,
        options: question.options(answers).map(optionOf),
        values: answers[question.name] ?? [],
        onChange: values => answer(values as Answers[typeof question.name]),
      });
    case 'story':
      return textArea({ ...field, value: answers[question.name] ?? '', onInput: answer });
    case 'day':
      return dayField({
        ...field,
        value: answers[question.name] ?? { day: '', month: '', year: '', isUnknown: false },
        words: { ...words.day, unknown: question.isAppointment ? referral.dateUnknown : referral.unknown },
        at: typeof error?.at === 'string' ? error.at : undefined,
        onChange: answer,
      });
    case 'place':
      return placeField({
        ...field,
        value: answers[question.name] ?? { text: '', isUnknown: false },
        unknown: referral.unknown,
        onChange: answer,
      });
    case 'language':
    case 'people':
      return (
        rare?.render(question, { answers, words, ending: rare.ending, field, at: error?.at, onAnswer }) ??
        html`<p role="status" class="quiet">${words.waiting}</p>`
      );
    default:
      return textField({ ...field, kind: question.kind, value: answers[question.name] ?? '', onInput: answer });
  }
}
