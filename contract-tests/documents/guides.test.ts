import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readGuides } from '../../scripts/generate/docs/guides.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openShell, type Shell, type ShellOutcome } from '../harness/shell-commands.ts';

const checkout = resolve(import.meta.dirname, '../..');
/** As the guides start it. */
const person = { email: 'ada@example.org', password: 'seven lanterns on a quiet shore' };

let server: ServerProcess;
let shell: Shell;
beforeAll(async () => {
  server = await startServerProcess({
    environment: { SPCI_BOOTSTRAP_EMAIL: person.email, SPCI_BOOTSTRAP_PASSWORD: person.password },
  });
  shell = await openShell();
  // The program under test may run as another user, who has to get to it.
  await chmod(shell.directory, 0o755);
});
afterAll(async () => {
  await shell.close();
  await server.stop();
});

/** Starts or configures a server, which the test has done in its own way. */
const servers = /npm (ci|start|run (?!worker))|^export (SPCI_URL|DATABASE_URL)=/m;

/** What a reader would type, but for the server. */
function commandsOf(file: string, markdown: string): string[] {
  // The site of the guides is the server itself; its roses are a page that has something to read.
  const text = markdown
    .replaceAll('https://www.garden.example/roses', `${server.url}/default/sign-in`)
    .replaceAll('https://www.garden.example', server.url);
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks
    .filter((block) => !servers.test(block))
    .map((block, index) => {
      const started = block.includes('npm run worker') ? `(cd '${checkout}' && ${block}) >worker.log 2>&1 &\n` : block;
      return `echo "block ${index + 1} of ${file}" >&2\n${started}`;
    });
}

function expectSuccess({ code, statuses, stdout, stderr }: ShellOutcome): void {
  const refused = statuses.filter((status) => status >= 400);
  if (code !== 0 || refused.length > 0) throw new Error(`ended with ${code}: ${stderr}\n${stdout}`);
}

test('the guides, typed in their order, do what they say', async () => {
  const guides = await readGuides();
  const commands = guides.flatMap(({ file, text }) => commandsOf(file, text));
  const outcome = await shell.run(commands.join('\n'), {
    SPCI_URL: server.url,
    SPCI_WORKER_DIR: join(shell.directory, 'worker'),
  });
  expectSuccess(outcome);
  expect(outcome.statuses.length).toBeGreaterThan(40);
  const verdicts = [...outcome.stdout.matchAll(/(?:^|\})(pass|fail|incomplete|error)$/gm)];
  expect(verdicts.map(([, verdict]) => verdict)).toEqual(['fail', 'pass', 'fail', 'pass', 'fail', 'pass']);
  expect(outcome.stdout).toContain('"ONE\\nTWO\\nTHREE\\n"');
  expect(outcome.stdout).toContain('+1 ONE');
  expect(outcome.stdout).toContain('cannot read the second line');
}, 180_000);

test('the commands of the README ask a demo that runs', async () => {
  const state = join(shell.directory, '.spci/demo');
  await mkdir(state, { recursive: true });
  await writeFile(join(state, 'server.json'), JSON.stringify({ url: server.url }));
  await writeFile(join(state, 'demo-credentials.json'), JSON.stringify(person));
  const commands = commandsOf('README.md', await readFile(join(checkout, 'README.md'), 'utf8'));
  const outcome = await shell.run(commands.join('\n'), {});
  expectSuccess(outcome);
  expect(outcome.statuses).toEqual([201, 200, 200]);
  expect(outcome.stdout).toContain('"status":"missing_output"');
});
