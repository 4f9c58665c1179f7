import axios from 'axios';
import type { Client } from '../client.ts';

export function client(url: string, key: string): Client {
  const hub = axios.create({ baseURL: url, headers: { authorization: `Bearer ${key}` } });
  return {
    name: 'axios',
    profile: async () => (await hub.get('/v1/profile')).data,
    page: async () => (await hub.get('/v1/referrals', { params: { limit: 100 } })).data,
  };
}
