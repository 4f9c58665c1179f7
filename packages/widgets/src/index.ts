export { AdvocacyReferralForm } from './referral-form.ts';
