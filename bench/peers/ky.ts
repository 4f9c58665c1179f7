import ky from 'ky';
import type { Client } from '../client.ts';

export function client(url: string, key: string): Client {
  const hub = ky.create({ prefix: url, headers: { authorization: `Bearer ${key}` } });
  return {
    name: 'ky',
    profile: () => hub.get('v1/profile').json(),
    page: () => hub.get('v1/referrals', { searchParams: { limit: 100 } }).json(),
  };
}
