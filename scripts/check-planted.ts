// Copies the tree, plants each defect of contract-tests/planted/ in turn, and expects the check that it names to go red.
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { copyTree } from './copied-tree.ts';
import { close } from './run-checks.ts';

const plantedDirectory = 'contract-tests/planted';

interface Defect {
  readonly name: string;
  readonly patch: string;
  readonly check: string;
}

async function readDefects(): Promise<Defect[]> {
  const names = (await readdir(plantedDirectory)).filter((name) => name.endsWith('.patch')).sort();
  return Promise.all(
    names.map(async (name) => {
      const patch = await readFile(join(plantedDirectory, name), 'utf8');
      const check = /^check: (.+)$/m.exec(patch)?.[1];
      if (check === undefined) throw new Error(`${name} names no check`);
      return { name, patch, check };
    }),
  );
}

function patchTree(directory: string, patch: string, words: readonly string[] = []): boolean {
  return (
    spawnSync('patch', ['-p1', '--silent', '--no-backup-if-mismatch', ...words], { cwd: directory, input: patch })
      .status === 0
  );
}

function isGreen(directory: string, check: string): boolean {
  return spawnSync('sh', ['-c', check], { cwd: directory, stdio: 'ignore' }).status === 0;
}

const defects = await readDefects();
const directory = await copyTree();
const outcome = { passed: 0, failed: 0 };
const tell = (good: boolean, sentence: string): void => {
  console.log(`${good ? 'ok  ' : 'FAIL'} ${sentence}`);
  outcome[good ? 'passed' : 'failed'] += 1;
};
try {
  for (const check of new Set(defects.map((defect) => defect.check)))
    tell(isGreen(directory, check), `green without a defect: ${check}`);
  for (const { name, patch, check } of defects) {
    if (!patchTree(directory, patch)) tell(false, `${name} does not apply; make it anew`);
    else tell(!isGreen(directory, check), `${name} is caught by ${check}`);
    patchTree(directory, patch, ['--reverse']);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
close(outcome);
