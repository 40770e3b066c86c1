import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parse } from 'yaml';
import { operations } from '../../generated/operations.ts';
import { openStage } from '../../contract-tests/harness/stage.ts';
import { openWorld } from '../../contract-tests/harness/world.ts';
import type { Outcome } from '../run-checks.ts';
import { installPackages } from './installed-packages.ts';
import type { SeededServer } from './seeded-server.ts';
import { copyForSpecmatic, type SpecmaticCopy } from './specmatic-description.ts';
import { startGateway } from './specmatic-gateway.ts';
import { credentialPlaceholder } from './specmatic-requests.ts';
import { judgeTests, readTests, type SpecmaticException } from './specmatic-results.ts';

const home = join(import.meta.dirname, 'specmatic');
const workDirectory = '.judges/specmatic';
const logFile = join(workDirectory, 'log.txt');
const reportFile = join(workDirectory, 'junit/TEST-junit-jupiter.xml');
/** How many of the ways to leave out and to choose values it tries for each success of an operation. */
const combinationsMax = 2;
const shownFailures = 20;

function javaFault(): string | undefined {
  return spawnSync('java', ['-version']).status === 0 ? undefined : 'java is not installed';
}

const configurationFor = (url: string) => ({
  version: 3,
  systemUnderTest: {
    service: {
      description: 'SPCI',
      definitions: [{ definition: { source: { filesystem: { directory: '.' } }, specs: ['openapi.json'] } }],
      data: { dictionary: { path: 'dictionary.json' } },
      runOptions: { openapi: { type: 'test', baseUrl: url } },
    },
  },
  specmatic: {
    settings: {
      // An example of a body goes with none of the parameters beside it, which it takes for a fault.
      general: { disableTelemetry: true, ignoreInlineExamples: true },
      test: {
        schemaResiliencyTests: 'all',
        maxTestRequestCombinations: combinationsMax,
        junitReportDir: 'junit',
        timeoutInMilliseconds: 40_000,
      },
    },
  },
});

async function writeFiles(url: string, { text, dictionary }: SpecmaticCopy): Promise<void> {
  await rm(workDirectory, { recursive: true, force: true });
  await mkdir(workDirectory, { recursive: true });
  const files = { 'openapi.json': text, 'dictionary.json': dictionary, 'specmatic.json': configurationFor(url) };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(workDirectory, name), typeof content === 'string' ? content : JSON.stringify(content));
}

/** It takes credentials from variables named as the schemes; it prints every exchange, which goes to a file. */
async function runSpecmatic(): Promise<void> {
  const schemes = [...['bearerToken', 'browserToken', 'workerToken', 'leaseToken', 'fileSignature', 'githubSignature']];
  const credentials = Object.fromEntries(schemes.map((scheme) => [scheme, credentialPlaceholder]));
  const jar = join(home, 'node_modules/specmatic/specmatic.jar');
  const child = spawn('java', ['-jar', jar, 'test', '--config', 'specmatic.json'], {
    cwd: workDirectory,
    env: { ...process.env, ...credentials, SPECMATIC_DISABLE_TELEMETRY: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  await once(child, 'close');
  await finished(log.end());
}

async function readVerdict() {
  const file = await readFile(join(home, 'exceptions.yaml'), 'utf8');
  const { exceptions } = parse(file) as { exceptions: SpecmaticException[] };
  const read = readTests(await readFile(reportFile, 'utf8'));
  const tests = read.filter((test) => test !== undefined);
  // It tries successes of 2xx only.
  const tried = Object.values(operations).filter(({ statuses }) => statuses.some((status) => status < 300));
  const verdict = judgeTests(
    tests,
    exceptions,
    tried.map(({ id }) => id),
  );
  return { tests, exceptions, ...verdict, strange: read.length - tests.length };
}

/** Specmatic's positive and negative tests of every operation, through a gateway; a string says why it could not run. */
export async function judgeBySpecmatic(server: SeededServer): Promise<Outcome | string> {
  const missing = javaFault() ?? installPackages(home);
  if (missing !== undefined) return missing;
  const copy = copyForSpecmatic(await readFile('generated/openapi.json', 'utf8'));
  const gateway = await startGateway(await openStage(await openWorld(server.url)), copy);
  try {
    await writeFiles(gateway.url, copy);
    await runSpecmatic();
  } finally {
    await gateway.stop();
  }
  const { tests, failed, excepted, exceptions, unused, unseen, strange } = await readVerdict();
  const kindOf = ({ operation, wanted, answered }: (typeof failed)[number]) => `${operation} ${wanted} ${answered}`;
  for (const [kind, alike] of Map.groupBy(failed, kindOf))
    console.error(`specmatic: ${alike.length} failed alike: ${kind}`);
  for (const { name, failure = '' } of failed.slice(0, shownFailures))
    console.error(`specmatic: ${name}\n${failure}\n`);
  for (const { operation, wanted, answered } of unused)
    console.error(`specmatic: the exception ${operation} ${wanted} ${answered} is not needed`);
  for (const id of unseen) console.error(`specmatic: no success of ${id} was seen`);
  const [coverage = 'no coverage'] = /\d+% API Coverage/i.exec(await readFile(logFile, 'utf8')) ?? [];
  const faults = failed.length + unused.length + unseen.length + strange;
  const seen = new Set(tests.map(({ operation }) => operation)).size;
  return {
    passed: tests.length - failed.length - excepted.length,
    failed: faults,
    summary: `specmatic ${tests.length} tests, ${failed.length} failed, ${excepted.length} under ${exceptions.length} exceptions, ${seen} operations, ${coverage} of statuses and types`,
  };
}
