import { choiceList } from '../parts/choice-list.ts';
import type { DayPart } from '../parts/day-field.ts';
import type { Field } from '../parts/field.ts';
import { peopleField } from '../parts/people-field.ts';
import { voiceOf, type Answers } from './answers.ts';
import { languageOptions } from './languages.ts';
import type { Question } from './question.ts';
import type { EndingWords } from './strings/ending.en.ts';
import type { FormWords } from './strings/en.ts';
import { said } from './voice.ts';

/** What a question is rendered with. */
export interface RareAsking {
  readonly answers: Answers;
  readonly words: FormWords;
  readonly ending: EndingWords;
  readonly field: Field;
  /** Which of several people an error is about, by place. */
  readonly at: DayPart | number | undefined;
  readonly onAnswer: (changed: Partial<Answers>) => void;
}

const mostSupporters = 5;

/** The controls that few people come to, and none of them first. */
export function renderRare(
  question: Extract<Question, { kind: 'language' | 'people' }>,
  { answers, words, ending, field, at, onAnswer }: RareAsking,
) {
  const { supporters, chooseLanguage } = ending;
  if (question.kind === 'language')
    return choiceList({
      ...field,
      options: languageOptions(words.language, ending),
      value: answers.language ?? '',
      none: chooseLanguage,
      onChange: language => onAnswer({ language }),
    });
  const { labels, options, ...rest } = supporters;
  return peopleField({
    ...field,
    people: answers.supporters ?? [],
    at: Number(at ?? 0),
    who: 'relationship',
    about: question.about(answers),
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
    words: { ...rest, labels: { ...labels, person_agrees: said(labels.person_agrees, voiceOf(answers)) } },
    most: mostSupporters,
    onChange: people => onAnswer({ supporters: people }),
  });
}
