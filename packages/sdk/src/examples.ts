import type { OrganizationProfile } from './contract/profile.ts';
import type { Referral, ReferralSummary } from './contract/referral.ts';

/*
 * Named examples for tests, stories, first data and the API document.
 * People and organizations are invented; the places are real. Telephone numbers are of the ranges that Ofcom keeps for drama.
 */

/** A hub for County Durham. */
export const countyDurhamHub: OrganizationProfile = {
  name: 'County Durham Advocacy Hub',
  languages: ['en'],
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
  },
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
