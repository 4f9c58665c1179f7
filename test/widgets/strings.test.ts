import { expect } from '@open-wc/testing';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { languageOf, wordsOf } from '../../packages/widgets/src/internal/strings/words.ts';
import { noAnswers } from '../../packages/widgets/src/referral-form/answers.ts';
import { steps } from '../../packages/widgets/src/referral-form/questions.ts';
import type { QuestionWords } from '../../packages/widgets/src/referral-form/render-question.ts';

/** Every text with the path of its key; a text with a gap is read with something in it. */
function* texts(words: object, path = 'en'): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = `${path}.${key}`;
    if (typeof value === 'string') yield [here, value];
    else if (typeof value === 'function') yield [here, String((value as (gap: number) => unknown)(3))];
    else if (value !== null && typeof value === 'object') yield* texts(value, here);
  }
}

const { language: _language, locale: _locale, ...said } = en;
const all = [...texts(said)];
const banned = /\b(invalid|please|required|mandatory|vulnerable|sorry|service user|disclose|commence|sufficient)\b/i;
// "NHS" and the like are only known to those who know them.
const acronym = /\b[A-Z]{2,}\b/;

describe('the English words', () => {
  it('have none that people do not use, or that blame them', () => {
    expect(all.filter(([, text]) => banned.test(text))).to.deep.equal([]);
  });

  it('have no sentence of more than 25 words', () => {
    const long = all.filter(([, text]) => text.split(/[.?!:]\s/).some(sentence => sentence.split(/\s+/).length > 25));

    expect(long).to.deep.equal([]);
  });

  it('have no unexplained acronym', () => {
    expect(all.filter(([, text]) => acronym.test(text))).to.deep.equal([]);
  });

  it('name every option of every question, for oneself and for someone else', () => {
    for (const about of ['self', 'professional'] as const) {
      for (const question of steps.flatMap(step => step.questions)) {
        const { options }: QuestionWords = en.referral.questions[question.name];
        if (!('options' in question)) continue;
        expect(Object.keys(options ?? {}), question.name).to.include.members([
          ...question.options({ ...noAnswers, about }),
        ]);
      }
    }
  });

  it('are those of every language that has none of its own', async () => {
    expect(await wordsOf('en-GB')).to.equal(en);
    expect(await wordsOf('xx')).to.equal(en);
    expect(await wordsOf('')).to.equal(en);
  });

  it('are looked for by the nearest language, through shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'cy';
    const inner = document.createElement('p');
    outer.attachShadow({ mode: 'open' }).append(inner);

    expect(languageOf(inner)).to.equal('cy');
    inner.lang = 'en';
    expect(languageOf(inner)).to.equal('en');
  });
});
