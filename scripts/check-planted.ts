// Copies the tree, plants each defect of contract-tests/planted/ in turn, and expects the check that it names to go red,
// for the rule that it names.
import { rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { copyTree } from './copied-tree.ts';
import { patchTree, readDefects } from './planted-defects.ts';
import { close } from './run-checks.ts';

const checkSeconds = 120;
/** What `timeout` of coreutils exits with. */
const timedOut = 124;

interface Verdict {
  /** Undefined when the check did not end: that proves nothing. */
  readonly isGreen: boolean | undefined;
  readonly text: string;
}

function runCheck(directory: string, check: string): Verdict {
  const { status, stdout, stderr } = spawnSync(
    'timeout',
    ['--kill-after=10', String(checkSeconds), 'sh', '-c', check],
    {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  return { isGreen: status === timedOut || status === null ? undefined : status === 0, text: stdout + stderr };
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
    tell(runCheck(directory, check).isGreen === true, `green without a defect: ${check}`);
  for (const { name, patch, check, rule } of defects) {
    if (!patchTree(directory, patch)) tell(false, `${name} does not apply; make it anew`);
    else {
      const { isGreen, text } = runCheck(directory, check);
      const isNamed = rule === undefined || text.includes(rule);
      tell(isGreen === false && isNamed, `${name} is caught by ${check}${rule === undefined ? '' : `, by ${rule}`}`);
    }
    patchTree(directory, patch, ['--reverse']);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
close(outcome);
