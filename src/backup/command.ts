import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError, settingsFrom } from '../config.ts';
import type { AppContext } from '../context.ts';
import { DirectoryInUse } from '../db/directory-lock.ts';
import { openDatabase } from '../db/open-database.ts';
import { createLogger } from '../logger.ts';
import { openBlobStore } from '../storage/open-blob-store.ts';
import { ArchiveRefused, InstallationRefused } from './archive-format.ts';

/** sysexits(3). */
const exitCodes = { usage: 64, data: 65, noInput: 66, software: 70, cannotCreate: 73, inUse: 75, configuration: 78 };

class UsageError extends Error {
  override readonly name = 'UsageError';
}

class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
}

/** The one argument, as an absolute path. */
export function readFileArgument(usage: string, words: readonly string[]): string {
  const options = { help: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parsed(usage, () => parseArgs({ args: [...words], options, allowPositionals: true }));
  if (values.help) throw new HelpWanted(usage);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(usage);
  return resolve(file);
}

function parsed<Result>(usage: string, parse: () => Result): Result {
  try {
    return parse();
  } catch {
    throw new UsageError(usage);
  }
}

export function tellProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

type Installation = Pick<AppContext, 'db' | 'blobs'> & AsyncDisposable;

/** Its database and its store, without a server. */
export async function openInstallation(environment: NodeJS.ProcessEnv): Promise<Installation> {
  const settings = settingsFrom(environment);
  await mkdir(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const place = { databaseUrl: settings.databaseUrl, directory: settings.dataDirectory, poolSize: 2 };
  const database = await openDatabase(place, createLogger('warn'));
  try {
    const blobs = await openBlobStore(settings);
    return { db: database.db, blobs, [Symbol.asyncDispose]: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Ends the process with what a script can tell apart, and one line that a person understands. `withoutFile`: FILE is of no use. */
export async function runCommand(command: () => Promise<void>, withoutFile: 'noInput' | 'cannotCreate'): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof HelpWanted) process.stdout.write(`${error.message}\n`);
    else process.stderr.write(`${Error.isError(error) ? error.message : String(error)}\n`);
    process.exitCode = exitCodeOf(error, withoutFile);
  }
}

function exitCodeOf(error: unknown, withoutFile: 'noInput' | 'cannotCreate'): number {
  if (error instanceof HelpWanted) return 0;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof ArchiveRefused) return exitCodes.data;
  if (error instanceof DirectoryInUse) return exitCodes.inUse;
  if (error instanceof ConfigurationError || error instanceof InstallationRefused) return exitCodes.configuration;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === 'EEXIST' || syscall === 'open' ? exitCodes[withoutFile] : exitCodes.software;
}
