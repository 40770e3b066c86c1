import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from './generator.ts';

/** A command that neither ends nor says anything must not hold up the rest. */
const commandMs = 600_000;

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Runs a command to its end, writing what it prints to the log; gives its standard output. */
export async function runCommand(
  { command, words, environment, directory }: Command,
  place: { readonly directory: string; readonly log: string },
): Promise<string> {
  await appendFile(place.log, `\n$ ${command} ${words.join(' ')}\n`);
  const child = spawn(command, words, {
    cwd: directory ?? place.directory,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: commandMs,
    killSignal: 'SIGKILL',
  });
  let printed = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (all += text));
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `exit ${code ?? signal}`));
  });
  await appendFile(place.log, all);
  if (end !== '') throw Object.assign(new CommandFailed(`${basename(command)}: ${end}`), { printed });
  return printed;
}
