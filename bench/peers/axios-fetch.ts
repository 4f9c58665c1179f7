import axios from 'axios';
import type { Client } from '../client.ts';

/** In a page axios sends by `fetch` too, when asked to. */
export function client(url: string, key: string): Client {
  const hub = axios.create({ adapter: 'fetch', baseURL: url, headers: { authorization: `Bearer ${key}` } });
  return {
    name: 'axios over fetch',
    profile: async () => (await hub.get('/v1/profile')).data,
    page: async () => (await hub.get('/v1/referrals', { params: { limit: 100 } })).data,
  };
}
