import type { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import {
  createEqualityAnswers,
  EqualityAnswers,
  equalityQuestions,
  readEqualityReport,
} from '@advocacy-hub/sdk/contract/equality';
import { recordHeaders } from '@advocacy-hub/sdk/sealing';
import { shown } from '../counts.ts';
import type { Keys } from '../keys.ts';
import type { Limits } from '../limits.ts';
import { problem } from '../problem.ts';
import type { Router } from '../router.ts';
import { answerAgain, examine, receiptFor, replyWith } from '../sealed.ts';

// What was on its way at midnight is there by then: a report that was told once is told the same for ever.
const dayLong = 24 * 60 * 60 * 1_000;

/** Answers to the equality questions: they arrive apart from every referral and leave as counts alone. */
export function equality(router: Router, keys: Keys, limits: Limits): void {
  // No line in the audit log, whose order would lead from somebody's answers to the referral that arrived just before.
  router.on(createEqualityAnswers, async ({ body, caller, network, db }) => {
    await limits.referral(caller.id, network);
    const found = await examine(body, keys, recordHeaders.equality, EqualityAnswers);
    // Nobody's case waits for what cannot be read, so it is not kept for a person to look at.
    if (found.state === 'quarantined')
      throw problem('bad_request', { fields: [{ path: 'body.sealed', code: 'wrong_format' }] });
    const month = `${new Date().toISOString().slice(0, 7)}-01`;
    const at = `${month}T00:00:00.000Z`;
    const { answer, sealedHash } = await receiptFor(body, { state: 'received', at }, keys);
    const stored = await db.sql`
      insert into equality_answers (id, organization_id, month, answers, sealed_hash, answer)
      values (${body.id}, ${caller.organization}, ${month}, ${JSON.stringify(found.content)}::jsonb, ${sealedHash}, ${JSON.stringify(answer)}::jsonb)
      on conflict (id) do nothing returning id`;
    if (stored.length > 0) return replyWith(answer);
    const [earlier] = await db.sql<{
      sealed_hash: string;
      answer: Receipt;
    }>`select sealed_hash, answer from equality_answers where id = ${body.id}`;
    return answerAgain(earlier, sealedHash);
  });

  router.on(readEqualityReport, async ({ query, caller, db }) => {
    const { first, last, end } = monthsOf(query.quarter);
    if (Date.now() < end + dayLong)
      throw problem('bad_request', { fields: [{ path: 'query.quarter', code: 'too_large' }] });
    const rows = await db.sql<{ question: string; answer: string; count: number }>`
      select question, given.answer, count(*) from equality_answers, jsonb_each_text(answers) as given (question, answer)
      where month between ${first} and ${last} group by question, given.answer`;
    await db.sql`insert into audit (organization_id, actor, action, detail)
      values (${caller.organization}, ${`staff:${caller.id}`}, 'equality_report_read', ${JSON.stringify(query)}::jsonb)`;
    const questions = Object.entries(equalityQuestions).map(([question, answers]) => {
      const counts = answers.map(
        answer => rows.find(row => row.question === question && row.answer === answer)?.count ?? 0,
      );
      return { question, answers: shown(counts).map((told, index) => ({ answer: answers[index]!, ...told })) };
    });
    return { quarter: query.quarter, questions };
  });
}

/** A quarter's first and last month, as their first days, and the moment at which it is over. */
function monthsOf(quarter: string) {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number);
  const dayOne = (month: number) => new Date(Date.UTC(year, month, 1));
  const asDay = (date: Date) => date.toISOString().slice(0, 10);
  const next = number * 3;
  return { first: asDay(dayOne(next - 3)), last: asDay(dayOne(next - 1)), end: dayOne(next).getTime() };
}
