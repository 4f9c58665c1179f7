import type { ReferralChange } from './contract/change.ts';
import type { EqualityAnswers, EqualityReport } from './contract/equality.ts';
import type { OrganizationProfile } from './contract/profile.ts';
import type { Referral, ReferralSummary } from './contract/referral.ts';

/*
 * Named examples for tests, stories, first data and the API document.
 * People and organizations are invented; the places are real. Telephone numbers are of the ranges that Ofcom keeps for drama.
 */

/** A hub for County Durham. */
export const countyDurhamHub: OrganizationProfile = {
  name: 'County Durham Advocacy Hub',
  languages: ['en', 'cy'],
  contact_routes: [
    { kind: 'telephone', value: '0191 498 0320', link: 'tel:+441914980320', hours: 'Monday to Friday, 9am to 5pm' },
    { kind: 'text_message', value: '07700 900 320', link: 'sms:+447700900320', hours: 'We answer in office hours' },
    { kind: 'text_relay', value: '18001 0191 498 0320', link: 'tel:18001-0191-498-0320' },
    { kind: 'email', value: 'help@durham.example', link: 'mailto:help@durham.example' },
    { kind: 'post', value: 'Advocacy Hub, 14 Claypath, Durham' },
    { kind: 'drop_in', value: 'Clayport Library, Millennium Place, Durham', hours: 'Tuesdays, 10am to 12 noon' },
  ],
  privacy: {
    notice:
      'We use what you tell us to find the right advocate for you. Only the hub and the advocates who may help you can read it. We keep it for 18 months after we last spoke to you.',
    notice_link: 'https://advocacy.durham.example/privacy',
    complain_link: 'https://advocacy.durham.example/privacy/complain',
    bases: {
      self: {
        kind: 'consent',
        words: 'Your agreement. You can take it back at any time, and we will stop.',
      },
      known: {
        kind: 'legitimate_interests',
        words:
          'We need these facts to help the person you tell us about. We use no more than we need. They can ask us to stop.',
      },
      professional: {
        kind: 'public_task',
        words: 'The law asks the council to find an advocate for some people. We do this job for the council.',
      },
    },
  },
  safeguarding: [
    {
      area: 'County Durham',
      routes: [
        {
          kind: 'telephone',
          value: '0191 498 0779',
          link: 'tel:+441914980779',
          hours: 'Day and night, every day of the year',
        },
        { kind: 'web', value: 'Tell the council online', link: 'https://safe.durham.example/tell-us' },
      ],
    },
    {
      area: 'Darlington',
      routes: [
        {
          kind: 'telephone',
          value: '01632 960 406',
          link: 'tel:+441632960406',
          hours: 'Monday to Friday, 8.30am to 5pm',
        },
        { kind: 'telephone', value: '01632 960 042', link: 'tel:+441632960042', hours: 'Nights and weekends' },
      ],
    },
  ],
  first_contact_working_days: 3,
};

/** A woman asks for herself; she is afraid of losing her care. */
export const selfReferral: Referral = {
  form_version: 'referral-form@0.1.0',
  language: 'en',
  facts: {
    received_at: '2026-11-23T09:40:00Z',
    channel: 'web',
    online: true,
    referrer: { relationship: 'self' },
    person: { age: 67, home_area: 'E06000047', setting: 'own_home' },
    matters: [{ kind: 'care_review', authority: 'E06000047', date: '2026-12-04' }],
    safe_contact: {
      allowed: ['telephone'],
      ruled_out: ['letter'],
      leave_message: 'no',
      do_not_tell: 'My nephew, he opens my post.',
    },
    communication_needs: { formats: ['large_print'], print_size: 18 },
    narrative:
      'They say my mornings will be cut. I said no but nobody wrote it down. I’m on my own – it’s hard to get up.',
    wants: 'To keep my morning visits, and someone beside me at the meeting.',
  },
  person: { name: 'Maureen Elstob', known_as: 'Mo', telephone: '01632 960 118' },
};

/** A social worker asks for a man in hospital who cannot agree to it himself. */
export const professionalReferral: Referral = {
  form_version: 'referral-form@0.1.0',
  language: 'en',
  facts: {
    received_at: '2026-11-23T16:55:00Z',
    channel: 'web',
    online: true,
    referrer: { relationship: 'professional', body: 'council', authorised_to_instruct: 'yes' },
    person: { age: 81, home_area: 'E06000047', staying_area: 'E06000005', setting: 'hospital' },
    matters: [
      {
        kind: 'change_of_home',
        authority: 'E06000047',
        date: '2026-12-01',
        what: 'A move from the ward to a care home.',
      },
    ],
    capacity: [{ decision: 'Where to live', finding: 'lacks', assessed_by: 'Ward doctor', assessed_on: '2026-11-19' }],
    supporters: [{ relationship: 'Neighbour', paid: 'no', willing: 'no' }],
    consent: { answer: 'cannot', basis: 'Mental Capacity Act 2005, section 39' },
    narrative: 'He has been on the ward for five weeks. There is no family.',
  },
  person: { name: 'Stanley Raine', staying_at: 'Ward 42, Darlington Memorial Hospital' },
  referrer: {
    name: 'Priya Dhillon',
    role: 'Social worker',
    organization: 'Durham County Council',
    telephone: '0191 498 0455',
  },
};

/** A line of the staff's list. */
export const referralSummary: ReferralSummary = {
  id: '019ab2c4-7d10-7a3e-9c41-5f7be2a90d16',
  reference: 'FFHA-J38P',
  state: 'received',
  received_at: '2026-11-23T09:40:02.118Z',
  partner: 'Healthwatch County Durham',
  form_version: 'referral-form@0.1.0',
  flags: [],
  replaces: [],
};

/** The woman who asked for herself would rather not be rung any more. */
export const contactChange: ReferralChange = {
  kind: 'contact',
  language: 'en',
  words: 'My nephew answers the phone now. Send me a text.',
  safe_contact: { allowed: ['text_message'], ruled_out: ['telephone', 'letter'], do_not_tell: 'My nephew' },
  person: { telephone: '07700 900 118' },
};

/** What one person answered, and what they would rather not say. */
export const equalityAnswers: EqualityAnswers = {
  age_band: '65_to_74',
  sex: 'female',
  gender_same_as_at_birth: 'yes',
  ethnic_group: 'white',
  disability: 'yes',
  religion: 'prefer_not_to_say',
  carer: 'no',
};

/** A quarter's answers to two of the questions, as staff read them. */
export const equalityReport: EqualityReport = {
  quarter: '2026-Q3',
  questions: [
    {
      question: 'sex',
      answers: [
        { answer: 'female', count: 31 },
        { answer: 'male', count: 24 },
        { answer: 'prefer_not_to_say', count: 0 },
      ],
    },
    {
      question: 'disability',
      answers: [
        { answer: 'yes', count: 41 },
        { answer: 'no', fewer_than: 10 },
        { answer: 'prefer_not_to_say', fewer_than: 10 },
      ],
    },
  ],
};
