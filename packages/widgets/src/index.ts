export { AdvocacyEqualityForm } from './equality-form.ts';
export { AdvocacyReferralForm } from './referral-form.ts';
export { AdvocacyReferralStatus } from './referral-status.ts';
