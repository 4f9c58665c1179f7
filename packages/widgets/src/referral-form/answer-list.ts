import { html, nothing } from 'lit';
import { longDate } from '../internal/long-date.ts';
import { summaryList } from '../parts/summary-list.ts';
import { dayOf, voiceOf, type Answers, type SupporterAnswers } from './answers.ts';
import { languageName } from './languages.ts';
import type { Question } from './question.ts';
import { answersAsked, questionsOf, stepsOf } from './questions.ts';
import type { PartName, StepName } from './steps.ts';
import type { EndingWords } from './strings/ending.en.ts';
import type { FormWords } from './strings/en.ts';
import { fullLabelOf, said, wordsFor } from './voice.ts';

interface AnswerList {
  readonly answers: Answers;
  readonly words: FormWords;
  readonly ending: EndingWords;
  /** A person wants to change an answer of this step. */
  readonly onChange: (step: StepName) => void;
}

/** All that was asked and answered, to check before it is sent. */
export function answerList({ answers: given, words, ending, onChange }: AnswerList) {
  const answers = answersAsked(given);
  const asked = stepsOf(answers).filter(step => step.part !== 'check');
  const parts = [...new Set(asked.map(({ part }) => part))];
  // Whoever asks to be rung is asked some things on that page that they may have told before.
  const listed = new Set<string>();
  const isNew = ({ name }: Question) => !listed.has(name) && Boolean(listed.add(name));
  const rowsOf = (part: PartName) =>
    asked
      .filter(step => step.part === part)
      .flatMap(step =>
        questionsOf(step, answers)
          .filter(isNew)
          .map(question => ({
            question: fullLabelOf(question, answers, words),
            answer: answerText(question, answers, words, ending),
            change: () => onChange(step.name),
          })),
      );
  return parts.map(part => {
    const rows = rowsOf(part);
    return rows.length === 0
      ? nothing
      : html`<h3>${said(words.referral.parts[part], voiceOf(answers))}</h3>
          ${summaryList({ rows, words: ending.check })}`;
  });
}

/** An answer in words, or nothing where a question was left out. */
function answerText(question: Question, answers: Answers, words: FormWords, ending: EndingWords): string | undefined {
  const own = wordsFor(question, words);
  const { referral } = words;
  const label = (value: string) => said(own.options?.[value] ?? value, voiceOf(answers));
  switch (question.kind) {
    case 'one': {
      const value = answers[question.name];
      return value && label(value);
    }
    case 'many':
      return (answers[question.name] ?? []).map(label).join('\n');
    case 'language':
      return answers.language && languageName(answers.language, words.language, ending);
    case 'day': {
      const date = answers[question.name];
      if (date?.isUnknown) return question.isAppointment ? ending.check.dateUnknown : referral.unknown;
      const day = date && dayOf(date);
      return day && longDate(day, words);
    }
    case 'place': {
      const place = answers[question.name];
      return place?.isUnknown ? referral.unknown : place?.text.trim();
    }
    case 'people':
      return (answers.supporters ?? []).map(person => personText(person, answers, ending)).join('\n\n');
    default:
      return answers[question.name]?.trim();
  }
}

function personText(person: SupporterAnswers, answers: Answers, { supporters }: EndingWords): string {
  const options: Readonly<Record<string, string>> = supporters.options;
  const labels: Readonly<Record<string, string | typeof supporters.labels.person_agrees>> = supporters.labels;
  return Object.entries(person)
    .filter(([, value]) => value)
    .map(([name, value = '']) =>
      name === 'relationship' ? value : `${said(labels[name] ?? name, voiceOf(answers))} ${options[value] ?? value}`,
    )
    .join('\n');
}
