import type { ReferralChange, SafeContact } from '@advocacy-hub/sdk';

export type ChangeKind = ReferralChange['kind'];
type Channel = NonNullable<SafeContact['allowed']>[number];
/** A way to reach the person, one that they write down themselves, or that they get in touch. */
export type Reach = Channel | 'another' | 'none';

/** What a person answered on the page of a change; what they did not come to is absent. It lives in memory, and nowhere else. */
export interface ChangeAnswers {
  readonly why?: string;
  readonly what?: string;
  readonly reach?: readonly Reach[];
  readonly telephone?: string;
  readonly email?: string;
  readonly through?: string;
  readonly leave_message?: NonNullable<SafeContact['leave_message']>;
  readonly times?: string;
  readonly do_not_tell?: string;
  readonly more?: string;
}

/** Before anything is answered. */
export const noAnswers: ChangeAnswers = {};
