import createClient from 'openapi-fetch';
import type { Client } from '../client.ts';

interface Paths {
  '/v1/profile': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
  '/v1/referrals': {
    get: {
      parameters: { query: { limit: number } };
      responses: { 200: { content: { 'application/json': unknown } } };
    };
  };
}

export function client(url: string, key: string): Client {
  const hub = createClient<Paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });
  return {
    name: 'openapi-fetch',
    profile: async () => (await hub.GET('/v1/profile')).data,
    page: async () => (await hub.GET('/v1/referrals', { params: { query: { limit: 100 } } })).data,
  };
}
