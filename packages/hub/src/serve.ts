import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { answerCommands } from './command-socket.ts';
import type { Database } from './database.ts';
import { createHub } from './hub.ts';
import type { Keys } from './keys.ts';
import { openForServing } from './open.ts';
import type { LogLine } from './router.ts';
import { SettingsError, type Settings } from './settings.ts';

/** A hub that listens. */
export interface RunningHub {
  /** Where people and pages find it. */
  readonly url: string;
  readonly database: Database;
  readonly keys: Keys;
  /** Finishes what is under way, for ten seconds at most, and closes the database. */
  stop(): Promise<void>;
}

/**
 * Opens the database, checks that it is safe to serve, and listens.
 *
 * @throws {SettingsError} when the database cannot be served as it is, with what to do.
 */
export async function serve(settings: Settings, log?: (line: LogLine) => void): Promise<RunningHub> {
  if (settings.databaseOwnerUrl)
    throw new SettingsError('A serving hub must not hold DATABASE_OWNER_URL: it is for the command line alone.');
  const opened = await openForServing(settings);
  const { database, keys } = opened;
  const closing = [() => opened.close()];
  const stop = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    if (!settings.databaseUrl) closing.push(await answerCommands(settings.data, { database, keys }));
    const listening = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
    listening.headersTimeout = 15_000;
    listening.requestTimeout = 30_000;
    await new Promise<void>((resolve, reject) =>
      listening.once('error', reject).listen(settings.port, settings.host, resolve),
    );
    closing.push(() => stopListening(listening));
    const host = isIPv6(settings.host) ? `[${settings.host}]` : settings.host;
    const url = settings.publicUrl ?? `http://${host}:${(listening.address() as AddressInfo).port}`;
    const app = createHub({ database, keys, settings: { ...settings, publicUrl: url }, log });
    return { url, database, keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function stopListening(server: Server): Promise<void> {
  return new Promise(resolve => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
