/*
 * A process of its own that gives the same two answers to everybody, as fast as Node can: what a client costs is then
 * all that differs.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiVersion } from '@advocacy-hub/sdk/contract/operations';
import { countyDurhamHub, referralSummary } from '@advocacy-hub/sdk/examples';

const now = '2026-11-23T09:40:00.000Z';
const profile = Buffer.from(JSON.stringify({ ...countyDurhamHub, api_version: apiVersion, now, partner: 'Partner' }));
const page = Buffer.from(JSON.stringify({ items: Array.from({ length: 100 }, () => referralSummary) }));

const server = createServer((request, response) => {
  const body = request.url!.startsWith('/v1/profile') ? profile : page;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
