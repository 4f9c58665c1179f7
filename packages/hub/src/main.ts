#!/usr/bin/env node
import { askRunningHub } from './command-socket.ts';
import { commandFailure, runCommand, usage, type CommandResult } from './commands.ts';
import { DataInUseError } from './lock.ts';
import { openForCommands } from './open.ts';
import { serve } from './serve.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const words = process.argv.slice(2);

try {
  if (words.includes('--help') || words[0] === 'help') console.log(usage);
  else if (words.length === 0 || words[0] === 'serve') await serveUntilStopped(readSettings(process.env));
  else {
    const { status, output } = await command(readSettings(process.env));
    (status ? console.error : console.log)(output);
    process.exitCode = status;
  }
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof DataInUseError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function serveUntilStopped(settings: Settings): Promise<void> {
  const hub = await serve(settings);
  const stop = () => {
    // A second signal means now.
    process.once('SIGINT', () => process.exit(130));
    void hub.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`The hub answers at ${hub.url}`);
}

async function command(settings: Settings): Promise<CommandResult> {
  const isEmbedded = !settings.databaseUrl && !settings.databaseOwnerUrl;
  const answered = isEmbedded ? await askRunningHub(settings.data, words) : undefined;
  if (answered) return answered;
  const opened = await openForCommands(settings);
  try {
    return await runCommand(words, opened).catch(commandFailure);
  } finally {
    await opened.close();
  }
}
