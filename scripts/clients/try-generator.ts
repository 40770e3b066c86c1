import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, workspace, type Command, type Generator, type Place } from './generator.ts';
import { callsPassed, emptyRow, type Row } from './row.ts';
import { CommandFailed, runCommand } from './run-command.ts';
import { missingPrograms } from './tools.ts';
import type { SmokeWorld } from './world.ts';

const renderings = { '3.1': 'generated/openapi.json', '3.0': 'generated/openapi-3.0.json' } as const;

async function countUntyped(directory: string, { files, pattern }: Generator['untyped']): Promise<number> {
  let count = 0;
  let read = 0;
  for (const file of await readdir(directory, { recursive: true })) {
    if (!files.test(file)) continue;
    read += 1;
    count += [...(await readFile(join(directory, file), 'utf8')).matchAll(pattern)].length;
  }
  if (read === 0) throw new CommandFailed(`no file of the generated client looks like ${files}`);
  return count;
}

/** Generates, compiles and runs one client; the row tells how far it came. Its files stay for a look. */
export async function tryGenerator(generator: Generator, world: SmokeWorld): Promise<Row> {
  const missing = await missingPrograms(generator.needs);
  if (missing.length > 0)
    return { ...emptyRow(generator), not_run: true, note: `not run: ${missing.join(', ')} not installed` };
  const directory = join(workspace, generator.id);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const place: Place = { directory, description: join(root, renderings[generator.input]) };
  const log = join(directory, 'log');
  await writeFile(log, '');
  const runAll = async (commands: readonly Command[]): Promise<void> => {
    for (const command of commands) await runCommand(command, { directory, log });
  };
  let row = emptyRow(generator);
  try {
    await generator.prepare?.(place, generator.id);
    await runAll(generator.generate(place));
    row = { ...row, generated: true, untyped_results: await countUntyped(directory, generator.untyped) };
    await runAll(generator.compile(place));
    row = { ...row, compiled: true };
    const environment = await world.newDomain();
    const smoke = generator.smoke(place);
    const printed = await runCommand(
      { ...smoke, environment: { ...smoke.environment, ...environment } },
      { directory, log },
    );
    return { ...row, calls_passed: callsPassed(printed, generator) };
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const printed = 'printed' in error && row.compiled ? String(error.printed) : '';
    return { ...row, calls_passed: callsPassed(printed, generator), note: error.message };
  }
}
