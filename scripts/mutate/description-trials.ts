import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { copyTree } from '../copied-tree.ts';
import { contractFiles, parseDescription } from '../generate/generated-files.ts';
import type { Check, DescriptionMutant } from './description-mutants.ts';
import type { MutantScore } from './score.ts';

/** The description with the defect; one that finds its place no more is an error, not a survivor. */
export function editDescription(text: string, { id, path, edit }: DescriptionMutant): string {
  const document = parseDocument(text);
  if (!document.hasIn(path)) throw new Error(`${id}: openapi.yaml has no ${path.join(' > ')}`);
  if (edit === 'delete') document.deleteIn(path);
  else if ('set' in edit) document.setIn(path, edit.set);
  else {
    const list = document.getIn(path);
    const items: unknown[] = isSeq(list) ? (list.toJSON() as unknown[]) : [];
    if (!items.includes(edit.without)) throw new Error(`${id}: ${edit.without} is not in ${path.join(' > ')}`);
    document.deleteIn([...path, items.indexOf(edit.without)]);
  }
  return document.toString({ lineWidth: 0 });
}

function isGreen(directory: string, command: string, words: readonly string[]): Promise<boolean> {
  const environment = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  const child = spawn(command, words, { cwd: directory, stdio: 'ignore', env: environment });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Several files of tests share one server. */
function areGreen(directory: string, files: readonly string[]): Promise<boolean> {
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--selectProjects', 'contract-embedded'];
  return isGreen(directory, process.execPath, [...jest, '--bail', '--runTestsByPath', ...files]);
}

const checks: Readonly<Record<Check, (directory: string) => Promise<boolean>>> = {
  types: (directory) => isGreen(directory, 'tsc', ['-p', '.']),
  lint: (directory) => isGreen(directory, process.execPath, ['scripts/lint.ts']),
};

const isCheck = (name: string): name is Check => name in checks;

/** A defect that leaves the description without meaning is found before anything is made from it. */
async function writeDescription(directory: string, text: string): Promise<boolean> {
  await writeFile(join(directory, 'openapi.yaml'), text);
  const files = await contractFiles(parseDescription(text)).catch(() => undefined);
  for (const [file, content] of Object.entries(files ?? {})) await writeFile(join(directory, file), content);
  return files !== undefined;
}

async function isCaught(directory: string, text: string, { caughtBy }: DescriptionMutant): Promise<boolean> {
  const isMade = await writeDescription(directory, text);
  if (caughtBy === 'generate' || !isMade) return !isMade;
  return !(isCheck(caughtBy) ? await checks[caughtBy](directory) : await areGreen(directory, [caughtBy]));
}

function scoreOf({ id, defect, caughtBy }: DescriptionMutant, killed: boolean): MutantScore {
  const killer = { file: 'openapi.yaml', test: caughtBy, message: '' };
  const trial = { operationId: '', reached: 1, unreliable: [], seenBy: [], ...(killed ? { killer } : {}) };
  return { id, class: 'description', defect, killed, trials: [trial] };
}

/** What is red without a defect would prove nothing by being red with one. */
async function expectGreen(directory: string, chosen: readonly DescriptionMutant[]): Promise<void> {
  const catching = [...new Set(chosen.map(({ caughtBy }) => caughtBy))];
  const files = catching.filter((name) => name !== 'generate' && !isCheck(name));
  if (files.length > 0 && !(await areGreen(directory, files)))
    throw new Error(`red without a defect: ${files.join(', ')}`);
  for (const check of catching.filter(isCheck))
    if (!(await checks[check](directory))) throw new Error(`red without a defect: ${check}`);
}

/** Plants each defect in turn into the description of a copied tree; what is generated from it is made anew. */
export async function tryDescriptions(
  chosen: readonly DescriptionMutant[],
  tell: (score: MutantScore) => void,
): Promise<MutantScore[]> {
  const text = await readFile('openapi.yaml', 'utf8');
  const scores: MutantScore[] = [];
  if (chosen.length === 0) return scores;
  const directory = await copyTree();
  try {
    await expectGreen(directory, chosen);
    for (const mutant of chosen) {
      const score = scoreOf(mutant, await isCaught(directory, editDescription(text, mutant), mutant));
      scores.push(score);
      tell(score);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return scores;
}
