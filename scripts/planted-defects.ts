import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const plantedDirectory = 'contract-tests/planted';

export interface Defect {
  readonly name: string;
  readonly patch: string;
  readonly check: string;
  /** Words that the check must print, so that it is red for this defect and not for another. */
  readonly rule: string | undefined;
}

/** The defects of `contract-tests/planted/`, in the order of their names. */
export async function readDefects(): Promise<Defect[]> {
  const names = (await readdir(plantedDirectory, { recursive: true })).filter((name) => name.endsWith('.patch')).sort();
  return Promise.all(
    names.map(async (name) => {
      const patch = await readFile(join(plantedDirectory, name), 'utf8');
      const check = /^check: (.+)$/m.exec(patch)?.[1];
      if (check === undefined) throw new Error(`${name} names no check`);
      return { name, patch, check, rule: /^rule: (.+)$/m.exec(patch)?.[1] };
    }),
  );
}

/** Whether it applied: every line around the defect must be as the patch has it, since near it another defect would be planted. */
export function patchTree(directory: string, patch: string, words: readonly string[] = []): boolean {
  return spawnSync('git', ['apply', ...words], { cwd: directory, input: patch }).status === 0;
}
