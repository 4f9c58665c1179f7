import * as z from 'zod/mini';
import { operation } from './operation.ts';

/** Answered only when the database answers. */
export const Health = z.object({ status: z.literal('ok'), version: z.string() });

export const readHealth = operation({
  method: 'get',
  path: '/health',
  summary: 'Tell whether the hub can work',
  callers: ['anyone'],
  response: Health,
});
