import { createReferralChange } from './change.ts';
import { createEqualityAnswers, readEqualityReport } from './equality.ts';
import { readHealth } from './health.ts';
import { readKeySet } from './key-set.ts';
import { readProfile } from './profile.ts';
import { createReferral } from './envelope.ts';
import { listReferrals, readReferral } from './referral.ts';
import { readReferralStatus } from './status.ts';

/** The table of everything that a hub can be asked. A name here is the `operationId` of the OpenAPI document. */
export const operations = {
  readHealth,
  readProfile,
  readKeySet,
  createReferral,
  readReferralStatus,
  createReferralChange,
  listReferrals,
  readReferral,
  createEqualityAnswers,
  readEqualityReport,
} as const;

export type OperationName = keyof typeof operations;

/** The version of this contract; a hub says it in its profile. */
export const apiVersion = '1.0';
