import { expect } from '@open-wc/testing';
import { Day } from '@advocacy-hub/sdk/contract/common';
import { Referral } from '@advocacy-hub/sdk/contract/referral';
import { dayOf, noAnswers, type Answers } from '../../packages/widgets/src/referral-form/answers.ts';
import { referralOf } from '../../packages/widgets/src/referral-form/referral.ts';

const now = new Date('2026-11-23T09:40:00Z');

function sentOf(answers: Partial<Answers>): Referral {
  const referral = referralOf(
    { ...noAnswers, about: 'self', matters: ['not_sure'], ...answers },
    { language: 'en', now },
  );
  // As it travels: JSON leaves out what was not answered.
  return JSON.parse(JSON.stringify(Referral.parse(referral))) as Referral;
}

describe('answers, as a referral', () => {
  it('are of the contract when almost nothing was answered', () => {
    expect(sentOf({ reach: ['none'] })).to.deep.equal({
      form_version: 'referral-form@0.1.0',
      language: 'en',
      facts: {
        received_at: '2026-11-23T09:40:00.000Z',
        channel: 'web',
        online: true,
        referrer: { relationship: 'self' },
        person: {},
        matters: [{ kind: 'not_sure' }],
        safe_contact: { allowed: [] },
      },
      person: {},
    });
  });

  it('keep what was written as it is', () => {
    const wants = '  To stay,\nand be asked. “Please”\u00a0– Mo ';

    expect(sentOf({ wants }).facts.wants).to.equal(wants);
  });

  it('give the one date to all that is going on', () => {
    const date = { day: '4', month: '12', year: '2026', isUnknown: false };

    expect(sentOf({ matters: ['care_review', 'change_of_home'], date }).facts.matters).to.deep.equal([
      { kind: 'care_review', date: '2026-12-04' },
      { kind: 'change_of_home', date: '2026-12-04' },
    ]);
  });

  it('say that there is a date that nobody knows', () => {
    const date = { ...noAnswers.date, isUnknown: true };

    expect(sentOf({ date }).facts.matters).to.deep.equal([{ kind: 'not_sure', date: 'unknown' }]);
  });

  it('part ways of reading from people who help', () => {
    expect(
      sentOf({ communication: ['large_print', 'bsl_interpreter', 'more_time'] }).facts.communication_needs,
    ).to.deep.equal({
      formats: ['large_print'],
      support: ['bsl_interpreter', 'more_time'],
    });
  });

  it('say that it was not safe to ask as exactly that', () => {
    expect(sentOf({ about: 'friend', consent: 'unsafe_to_ask' }).facts.consent).to.deep.equal({
      answer: 'not_asked',
      unsafe_to_ask: 'yes',
    });
  });

  it('leave out whoever referred where a person asks for themselves', () => {
    const answers = { referrer_name: 'Priya', consent: 'given' } as const;

    expect(sentOf(answers)).not.to.have.property('referrer');
    expect(sentOf(answers).facts).not.to.have.property('consent');
    expect(sentOf({ ...answers, about: 'professional' }).referrer).to.deep.equal({ name: 'Priya' });
  });

  it('know no day that the calendar does not have', () => {
    const typed = (day: string, month: string, year: string) => dayOf({ day, month, year, isUnknown: false });

    expect(typed(' 4', '12 ', '2026')).to.equal('2026-12-04');
    expect(typed('29', '2', '2027')).to.equal(undefined);
    expect(typed('0', '1', '2027')).to.equal(undefined);
    expect(typed('1', '1', '27')).to.equal(undefined);
  });

  it('know no year that the contract does not have', () => {
    const typed = (year: string) => dayOf({ day: '1', month: '1', year, isUnknown: false });

    for (const year of ['0999', '1000', '2999', '3000']) {
      expect(typed(year) !== undefined, year).to.equal(Day.safeParse(`${year}-01-01`).success);
    }
  });
});
