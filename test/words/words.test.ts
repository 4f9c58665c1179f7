import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { wordsOf } from '../../packages/widgets/src/internal/strings/words.ts';
import { equality } from '../../packages/widgets/src/equality-form/strings/en.ts';
import type { Question } from '../../packages/widgets/src/referral-form/question.ts';
import { steps } from '../../packages/widgets/src/referral-form/steps.ts';
import { ending } from '../../packages/widgets/src/referral-form/strings/ending.en.ts';
import { referral, type FormWords } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { said, wordsFor } from '../../packages/widgets/src/referral-form/voice.ts';
import { status } from '../../packages/widgets/src/referral-status/strings/en.ts';
import { banned } from './banned-words.ts';

/** Every text with the path of its key; a text with a gap is read with something in it. */
function* texts(words: object, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = `${path}.${key}`;
    if (typeof value === 'string') yield [here, value];
    else if (typeof value === 'function')
      yield [here, String((value as (...gaps: unknown[]) => unknown)(3, 4, 'Part'))];
    else if (value !== null && typeof value === 'object') yield* texts(value, here);
  }
}

const words: FormWords = { ...en, referral };
const { language: _language, direction: _direction, ...shared } = en;
const all = [...texts(shared, 'en'), ...texts(referral, 'referral'), ...texts(ending, 'ending'), ...texts(status, 'status'), ...texts(equality, 'equality')]; // prettier-ignore
const isBanned = new RegExp(`\\b(?:${banned.join('|')})\\b`, 'i');
// "NHS" and the like are only known to those who know them.
const acronym = /\b[A-Z]{2,}\b/;

/** How many years at school it takes to read a text, by Flesch and Kincaid. */
function gradeOf(text: string): number {
  return fleschKincaid({ sentence: sentences(text).length, word: wordsIn(text).length, syllable: syllable(text) });
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+/).filter(sentence => /\w/.test(sentence));
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
}

/** What a page says in sentences, joined. Labels and options, which are names of things, are left out. */
function prose(...parts: readonly (string | undefined)[]): string {
  return parts.filter(text => text && /[.?!]$/.test(text)).join(' ');
}

/** The pages of the form as each kind of person reads them. */
function* pages(): Generator<[string, string]> {
  const headings: Readonly<Record<string, { readonly heading: string | object; readonly lead: string }>> =
    referral.steps;
  for (const voice of ['self', 'other', 'professional'] as const) {
    const hear = (text: unknown) => (text === undefined ? '' : said(text as string, voice));
    for (const step of steps) {
      const own = headings[step.name];
      const read = (question: Question) => {
        const { label, hint, hints = {} } = wordsFor(question, words);
        return [label, hint, ...Object.values(hints)].map(hear);
      };
      const text = prose(hear(own?.heading), own?.lead, ...step.questions.flatMap(read));
      if (text) yield [`${step.name}, ${voice}`, text];
    }
  }
  const { emergency, notYet } = referral;
  const { check, sent, sendFailures } = ending;
  for (const [name, part] of Object.entries({
    emergency,
    notYet,
    check,
    sent,
    sendFailures,
    status,
    equality,
    contact: en.contact,
    failures: en.failures,
  })) {
    // prettier-ignore
    yield [name, prose(...[...texts(part, name)].map(([, text]) => text))];
  }
}

describe('the English words', () => {
  it('have none that people do not use, or that blame them', () => {
    assert.ok(banned.length >= 150);
    assert.deepEqual(
      all.filter(([, text]) => isBanned.test(text)),
      [],
    );
  });

  it('have no sentence of more than 25 words', () => {
    assert.deepEqual(
      all.filter(([, text]) => sentences(text).some(each => wordsIn(each).length > 25)),
      [],
    );
  });

  it('have no unexplained acronym', () => {
    assert.deepEqual(
      all.filter(([, text]) => acronym.test(text)),
      [],
    );
  });

  it('can be read after six years at school, on every page', () => {
    const grades = [...pages()].map(([page, text]) => ({ page, grade: gradeOf(text), text }));

    assert.ok(grades.length >= 100);
    assert.ok(gradeOf('Notwithstanding the aforementioned, applicants are obliged to demonstrate eligibility.') > 12);
    assert.deepEqual(
      grades.filter(({ grade }) => grade > 6),
      [],
    );
  });

  it('name every option of every question, for oneself, for someone else and for a professional', () => {
    for (const about of ['self', 'family', 'professional'] as const) {
      for (const question of steps.flatMap(step => step.questions)) {
        if (!('options' in question)) continue;
        const { options = {} } = wordsFor(question, words);
        assert.deepEqual(
          question.options({ about }).filter(option => !(option in options)),
          [],
          question.name,
        );
      }
    }
  });

  it('have a heading for every page that asks several questions', () => {
    for (const step of steps.filter(({ questions }) => questions.length > 1)) {
      assert.ok(step.name in referral.steps, step.name);
    }
  });

  it('are those of every language that has none of its own', async () => {
    const own = { en: { own: 'word' }, cy: () => Promise.resolve({ own: 'gair' }) };

    for (const tag of ['en-GB', 'xx', '']) assert.deepEqual(await wordsOf(tag, own), { ...en, own: 'word' }, tag);
    const { language, own: word } = await wordsOf('cy-GB', own);
    assert.deepEqual([language, word], ['cy', 'gair']);
  });
});
