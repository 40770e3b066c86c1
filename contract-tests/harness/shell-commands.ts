import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ShellOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of every answer that a `curl` in the text got, in order. */
  readonly statuses: readonly number[];
}

export interface Shell {
  /** Where the commands run; files that they name are here. */
  readonly directory: string;
  /** Runs the text as it is by `sh`; a failing command or a variable without a value ends it. */
  run(script: string, environment: Readonly<Record<string, string>>): Promise<ShellOutcome>;
  close(): Promise<void>;
}

/** `curl` reads it from its home: the commands stay as they are written, and tell the status of each answer. */
const curlSettings = 'write-out = "%{stderr}\\nstatus %{http_code}\\n"\n';

/** Ends what the script started and left, too. */
function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export async function openShell(): Promise<Shell> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-documents-'));
  await writeFile(join(directory, '.curlrc'), curlSettings);
  const run: Shell['run'] = async (script, environment) => {
    const child = spawn('sh', ['-eu', '-c', script], {
      cwd: directory,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: directory, CURL_HOME: directory, ...environment },
    });
    const ended = once(child, 'exit').finally(() => killGroup(child.pid));
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    const statuses = [...stderr.matchAll(/^status (\d{3})$/gm)].map(([, status]) => Number(status));
    return { code: code as number | null, stdout, stderr, statuses };
  };
  return { directory, run, close: () => rm(directory, { recursive: true, force: true }) };
}
