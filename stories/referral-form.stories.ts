import type { AdvocacyHub } from '@advocacy-hub/sdk';
import { offline, problem, fakeHub } from '@advocacy-hub/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { AdvocacyReferralForm } from '../packages/widgets/src/referral-form.ts';
import '../packages/widgets/src/referral-form.ts';
import type { Answers } from '../packages/widgets/src/referral-form/answers.ts';
import type { StepName } from '../packages/widgets/src/referral-form/steps.ts';
import { failing, never, quarantiningHub } from './hubs.ts';

interface Arguments {
  readonly isolation: 'frame' | 'none';
  readonly lang: string;
  readonly hub: () => AdvocacyHub;
}

const meta: Meta<Arguments> = {
  title: 'Referral form',
  component: 'advocacy-referral-form',
  args: { isolation: 'none', lang: 'en', hub: () => fakeHub() },
  argTypes: { hub: { table: { disable: true } } },
  render: ({ isolation, lang, hub }) => html`
    <advocacy-referral-form isolation=${isolation} lang=${lang} .hub=${hub()}>
      <p>You can also ring us: <a href="tel:+441914980320">0191 498 0320</a>.</p>
    </advocacy-referral-form>
  `,
};

export default meta;

type Story = StoryObj<Arguments>;

const self: Answers = {
  danger: 'no',
  about: 'self',
  matters: ['care_review', 'nhs_complaint'],
  narrative: 'They say my mornings will be cut. I said no but nobody wrote it down.',
  wants: 'To keep my morning visits, and someone beside me at the meeting.',
  date_care_review: { day: '4', month: '12', year: '2026', isUnknown: false },
  authority_care_review: { text: 'Durham County Council', isUnknown: false },
  setting: 'own_home',
  home_area: { text: 'Ferryhill', isUnknown: false },
  age_group: '18_or_over',
  has_supporter: 'yes',
  supporters: [{ relationship: 'My nephew', paid: 'no', person_agrees: 'no', safe_to_involve: 'no' }],
  reach: ['telephone'],
  telephone: '01632 960 118',
  leave_message: 'no',
  ruled_out: ['letter'],
  do_not_tell: 'My nephew, he opens my post.',
  name: 'Maureen Elstob',
  known_as: 'Mo',
  communication: ['large_print'],
  print_size: '20',
};

const professional: Answers = {
  danger: 'no',
  about: 'professional',
  consent: 'cannot',
  basis: 'Best interests under the Mental Capacity Act 2005, section 4.',
  matters: ['care_assessment', 'safeguarding_enquiry', 'serious_medical_treatment', 'change_of_home', 'mental_health_act', 'deprivation_of_liberty', 'nhs_complaint', 'childrens_services'], // prettier-ignore
  decides: 'someone_else',
  finding_serious_medical_treatment: 'lacks',
  finding_change_of_home: 'not_assessed',
  setting: 'hospital',
  staying_at: 'Ward 42, Darlington Memorial Hospital',
  has_supporter: 'no',
  reach: ['through_someone'],
  referrer_name: 'Priya Dhillon',
  referrer_role: 'Social worker',
  referrer_telephone: '0191 498 0455',
};

/** A page as a person comes to it who has answered what stands before it. */
function page(name: StepName, answers: Answers, ...presses: readonly string[]): Story {
  return {
    play: async ({ canvasElement }) => {
      const form = formIn(canvasElement);
      await form.updateComplete;
      Object.assign(form, { answers, stepName: name });
      await form.updateComplete;
      await visit(canvasElement, ...presses);
    },
  };
}

export const Danger: Story = {};
export const GetHelpNow = page('emergency', { danger: 'yes' });
export const WhoNeedsAnAdvocate = page('about', {});
export const WhoNeedsAnAdvocateWithError = page('about', {}, 'Continue');
export const DoTheyKnow = page('consent', { about: 'family' });
export const ReasonWithoutAgreement = page('basis', professional);
export const WhatIsItAbout = page('matters', self);
export const WhatIsItAboutForAProfessional = page('matters', professional);
export const WhatIsItAboutWithError = page('matters', { about: 'self' }, 'Continue');
export const CareActDifficulties = page('difficulties', professional);
export const CareActJudgement = page('judgement', professional);
export const CareActProcess = page('process', professional);
export const MedicalTreatment = page('serious_medical_treatment', professional);
export const Move = page('change_of_home', professional);
export const LongStay = page('long_stay', professional);
export const MayInstruct = page('instruct', professional);
export const WhoDecides = page('decides', professional);
export const Detention = page('detention', { ...self, matters: ['mental_health_act'] });
export const MentalHealthAct = page('section', professional);
export const DeprivationOfLiberty = page('deprivation', professional);
export const WhenItHappened = page('complaint', self);
export const ComplaintMade = page('made_yet', self);
export const MoreAboutTheComplaint = page('complaint_more', professional);
export const Child = page('child', professional);
export const WhomTheyLookAfter = page('carer', { ...self, matters: ['carers_assessment'] });
export const InOwnWords = page('story', self);
export const Wants = page('wants', self);
export const OneDate = page('dates', { ...self, matters: ['care_review'] });
export const SeveralDates = page('dates', self);
export const SeveralDatesWithErrors = page('dates', { ...self, date_care_review: { day: '31', month: '2', year: '2027', isUnknown: false }, date_nhs_complaint: { day: '', month: '3', year: '2027', isUnknown: false } }, 'Continue'); // prettier-ignore
export const WhoIsDealingWithThis = page('authorities', self);
export const WhereNow = page('setting', self);
export const PlaceOfStay = page('staying', professional);
export const Home = page('home', self);
export const Age = page('age', self);
export const DateOfBirth = page('age', professional);
export const AnyoneThere = page('support', self);
export const Supporters = page('supporters', self, 'Add another person');
export const NobodyThere = page('no_supporter', professional);
export const HowToReachYou = page('reach', self);
export const HowToReachYouWithError = page('reach', { ...self, reach: [] }, 'Continue');
export const ContactDetails = page('details', { ...self, reach: ['telephone', 'email', 'letter', 'through_someone'] });
export const ContactDetailsWithErrors = page('details', { ...self, reach: ['telephone', 'email', 'through_someone'], telephone: 'ask Jo', email: 'mo at example' }, 'Continue'); // prettier-ignore
export const Safety = page('safety', self);
export const Name = page('name', self);
export const AboutTheProfessional = page('referrer', professional);
export const Communication = page('communication', self);
export const CommunicationDetails = page('communication_more', { ...self, communication: ['large_print', 'language_interpreter'] }); // prettier-ignore
export const Preferences = page('preferences', self);
export const SafeVisit = page('visit', self);
export const CallBack = page('story', self, 'Ask us to ring you instead');
export const CheckAndSend = page('check', self);
export const CheckAndSendForAProfessional = page('check', professional);
export const CheckAndSendWithoutAgreement = page('check', self, 'Send');
export const InWelsh: Story = { ...page('matters', self), args: { lang: 'cy' } };
export const CheckInWelsh: Story = { ...page('check', self), args: { lang: 'cy' } };

const agreed: Answers = { ...self, agrees: ['yes'] };

export const Sending: Story = {
  ...page('check', agreed, 'Send'),
  args: { hub: () => fakeHub({ createReferral: never }) },
};

export const Sent: Story = page('check', agreed, 'Send', 'Print these two?');

export const EqualityQuestions: Story = page('check', agreed, 'Send', 'Answer a few questions', 'Send these answers?');

export const SomeoneMustLookAtIt: Story = {
  ...page('check', agreed, 'Send', 'Print these two?'),
  args: { hub: quarantiningHub },
};

export const NoAnswerWhileSending: Story = {
  ...page('check', agreed, 'Send', 'Try again?'),
  args: { hub: () => fakeHub({ createReferral: failing(offline()) }) },
};

export const TooManySending: Story = {
  ...page('check', agreed, 'Send', 'Try again?'),
  args: { hub: () => fakeHub({ createReferral: failing(problem('too_many_requests')) }) },
};

export const ReceiptThatDoesNotVerify: Story = {
  ...page('check', agreed, 'Send', 'Try again?'),
  args: {
    hub: () =>
      fakeHub({
        createReferral: ({ body: { id } }) => ({ id, state: 'received', received_at: '2026-11-23T09:40:00Z', receipt: 'a.b.c' }), // prettier-ignore
      }),
  },
};

export const HubThatCannotBeReached: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(offline()) }) },
};

export const HubThatCannotBeReachedAtTheEnd: Story = {
  ...page('check', self, 'Try again?'),
  args: { hub: () => fakeHub({ readProfile: failing(offline()) }) },
};

export const KeyThatWasWithdrawn: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(problem('key_revoked')) }) },
};

export const InAFrame: Story = {
  args: { isolation: 'frame' },
};

function formIn(canvas: HTMLElement): AdvocacyReferralForm {
  return canvas.querySelector('advocacy-referral-form') as AdvocacyReferralForm;
}

/** Presses what has these labels, one after another, each as soon as it is there; with `?` it only waits for it. */
async function visit(canvas: HTMLElement, ...labels: readonly string[]): Promise<void> {
  const form = formIn(canvas);
  for (const label of labels) {
    const target = await shown(form, label.replace('?', ''));
    if (!label.endsWith('?')) target.click();
    await form.updateComplete;
  }
}

async function shown(form: AdvocacyReferralForm, label: string): Promise<HTMLElement> {
  for (let frames = 0; frames < 300; frames += 1) {
    const within = [form, form.shadowRoot?.querySelector('advocacy-equality-form')];
    const controls = within.flatMap(each => [
      ...(each?.shadowRoot?.querySelectorAll<HTMLElement>('button, .option') ?? []),
    ]);
    const found = controls.find(each => each.textContent.trim().startsWith(label));
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`There is no “${label}”.`);
}
