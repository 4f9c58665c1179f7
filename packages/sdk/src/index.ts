export { AdvocacyHub, type AdvocacyHubOptions } from './client.ts';
export type { ReferralChange, ReferralChangeRecord } from './contract/change.ts';
export type { EqualityAnswers, EqualityReport } from './contract/equality.ts';
export type { CommunicationNeeds, Facts, Matter, SafeContact, Supporter } from './contract/facts.ts';
export type { KeySet, PublicKey } from './contract/key-set.ts';
export type { ProblemCode, FieldProblem } from './contract/problem.ts';
export type { ContactRoute, HubProfile, LawfulBasis, Safeguarding } from './contract/profile.ts';
export type { Receipt } from './contract/envelope.ts';
export type { PersonDetails, Referral, ReferralRecord, ReferralSummary, ReferrerDetails } from './contract/referral.ts'; // prettier-ignore
export type { ReferralStatus } from './contract/status.ts';
export { HubError, HubMismatchError, HubMisuseError, HubProblemError, HubUnreachableError } from './errors.ts';
export type { Page, Pages } from './page.ts';
export type { Equality } from './resources/equality.ts';
export type { ReferralHolder, ReferralReceipt, Referrals } from './resources/referrals.ts';
export type { SealedRecord, SealedReferral, SealOptions } from './sealing.ts';
export type { CallOptions } from './transport.ts';
