import { expect } from '@open-wc/testing';
import { Day } from '@advocacy-hub/sdk/contract/common';
import { Referral } from '@advocacy-hub/sdk/contract/referral';
import { dayOf, noAnswers, type Answers } from '../../packages/widgets/src/referral-form/answers.ts';
import { referralOf } from '../../packages/widgets/src/referral-form/referral.ts';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { referral as words } from '../../packages/widgets/src/referral-form/strings/en.ts';

const now = new Date('2026-11-23T09:40:00Z');

function sentOf(answers: Partial<Answers>): Referral {
  const referral = referralOf(
    { ...noAnswers, about: 'self', matters: ['not_sure'], ...answers },
    { words: { ...en, referral: words }, now },
  );
  // As it travels: JSON leaves out what was not answered.
  return JSON.parse(JSON.stringify(Referral.parse(referral))) as Referral;
}

describe('answers, as a referral', () => {
  it('are of the contract when almost nothing was answered', () => {
    expect(sentOf({ reach: ['none'] })).to.deep.equal({
      form_version: 'referral-form@0.2.0+en-1',
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

  it('give each matter its own date and whoever deals with it', () => {
    const typed = { day: '4', month: '12', year: '2026', isUnknown: false };

    expect(
      sentOf({
        matters: ['care_review', 'change_of_home', 'not_sure'],
        date_care_review: typed,
        authority_care_review: { text: 'Durham County Council', isUnknown: false },
        date_change_of_home: { ...typed, day: '', month: '', year: '', isUnknown: true },
        authority_change_of_home: { text: '', isUnknown: true },
      }).facts.matters,
    ).to.deep.equal([
      { kind: 'care_review', date: '2026-12-04', authority: 'Durham County Council' },
      { kind: 'change_of_home', date: 'unknown', authority: 'unknown' },
      { kind: 'not_sure' },
    ]);
  });

  it('count years by the calendar, so that a right that begins at 16 or 18 begins on the birthday', () => {
    const bornOn = (day: string, month: string) =>
      sentOf({ about: 'professional', born: { day, month, year: '2008', isUnknown: false } });

    expect(bornOn('23', '11').facts.person.age).to.equal(18);
    expect(bornOn('24', '11').facts.person.age).to.equal(17);
    expect(bornOn('24', '11').person.date_of_birth).to.equal('2008-11-24');
  });

  it('tell a professional’s findings by the decision that they are about', () => {
    const { capacity, matters } = sentOf({
      about: 'professional',
      matters: ['serious_medical_treatment', 'change_of_home'],
      what_serious_medical_treatment: 'Surgery',
      finding_serious_medical_treatment: 'lacks',
      assessed_by_serious_medical_treatment: 'Ward doctor',
      finding_change_of_home: 'not_assessed',
      assessed_by_change_of_home: 'is not asked any more',
    }).facts;

    expect(capacity).to.deep.equal([
      { decision: 'serious_medical_treatment', finding: 'lacks', assessed_by: 'Ward doctor' },
      { decision: 'change_of_home', finding: 'not_assessed' },
    ]);
    expect(matters[0]).to.deep.equal({ kind: 'serious_medical_treatment', what: 'Surgery' });
  });

  it('name nobody where nobody was named among those who could speak up', () => {
    expect(sentOf({ has_supporter: 'yes', supporters: [{ relationship: 'My sister', paid: 'no' }, {}] }).facts.supporters)
      .to.deep.equal([{ relationship: 'My sister', paid: 'no' }]); // prettier-ignore
    expect(sentOf({ has_supporter: 'no', supporters: [{ relationship: 'My sister' }] }).facts).not.to.have.property('supporters'); // prettier-ignore
  });

  it('part ways of reading from people who help', () => {
    expect(
      sentOf({
        communication: ['large_print', 'bsl_interpreter', 'more_time'],
        print_size: '20',
        interpreter_gender: 'any',
      }).facts.communication_needs,
    ).to.deep.equal({
      formats: ['large_print'],
      print_size: 20,
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
