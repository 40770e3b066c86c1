import { spawn } from 'node:child_process';

export interface Check {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
}

export interface Outcome {
  /** One line of figures for the closing table. */
  readonly summary?: string;
  readonly passed: number;
  readonly failed: number;
}

/** Passes a stream on line by line, each with a name in front, so that lines of two commands stay apart. */
function showLines(stream: NodeJS.WriteStream, name: string): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) stream.write(`${name}${line}\n`);
  };
}

export interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** In front of each line, for commands that run side by side. */
  readonly name?: string;
}

/** Runs a command, showing what it prints; its exit code and the text. */
export function run(
  command: string,
  words: readonly string[],
  { environment = {}, name = '' }: RunOptions = {},
): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    let text = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      const show = name === '' ? (chunk: string) => to.write(chunk) : showLines(to, name);
      from.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        show(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

/** Each check in turn, the cheapest and most upstream first; each counts as one. */
export async function runChecks(checks: readonly Check[]): Promise<Outcome> {
  let failed = 0;
  for (const { name, command, words } of checks) {
    console.log(`\n== ${name}`);
    if ((await run(command, words)).code === 0) continue;
    console.error(`FAILED: ${name}`);
    failed += 1;
  }
  return { passed: checks.length - failed, failed };
}

/** Jest's own totals; a run that ends without them, or with skipped tests, counts as one failure. */
async function runJestOnce(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const environment = { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...options.environment };
  const jest = ['node_modules/jest/bin/jest.js', ...words];
  const { code, text } = await run(process.execPath, jest, { ...options, environment });
  const totals = /^Tests:\s+(.*)$/m.exec(text)?.[1] ?? '';
  const count = (what: string): number => Number(new RegExp(`(\\d+) ${what}`).exec(totals)?.[1] ?? 0);
  const broken = code !== 0 && count('failed') === 0 ? 1 : 0;
  return { passed: count('passed'), failed: count('failed') + count('skipped') + count('todo') + broken };
}

export interface JestOptions extends RunOptions {
  /** So many processes after one another: each test file leaves something behind, which a process collects ever longer. */
  readonly processes?: number;
}

/** The totals of all its processes. */
export async function runJest(words: readonly string[], options: JestOptions = {}): Promise<Outcome> {
  const { processes = 1, ...rest } = options;
  const outcomes: Outcome[] = [];
  for (let share = 1; share <= processes; share += 1)
    outcomes.push(await runJestOnce([`--shard=${share}/${processes}`, ...words], rest));
  return sum(outcomes);
}

/** So many at a time, begun in their order; what each came to. */
export async function inLanes<T>(lanes: number, tasks: ReadonlyMap<string, () => Promise<T>>): Promise<Map<string, T>> {
  const waiting = [...tasks];
  const ended = new Map<string, T>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) ended.set(next[0], await next[1]());
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return ended;
}

export const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((total, outcome) => total + outcome.passed, 0),
  failed: outcomes.reduce((total, outcome) => total + outcome.failed, 0),
});

/** The closing line that people and programs read. */
export function close({ passed, failed }: Outcome): void {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
