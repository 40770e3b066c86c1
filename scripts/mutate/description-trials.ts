import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { copyTree } from '../copied-tree.ts';
import type { DescriptionMutant } from './description-mutants.ts';
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

interface Detector {
  readonly name: string;
  isGreen(directory: string): Promise<boolean>;
}

const nodeScript = (name: string, ...words: string[]): Detector => ({
  name,
  isGreen: (directory) => isGreen(directory, process.execPath, words),
});

/** The cheapest first. */
const staticDetectors: readonly Detector[] = [
  nodeScript('generate', 'scripts/generate.ts'),
  { name: 'types', isGreen: (directory) => isGreen(directory, 'tsc', ['-p', '.']) },
  nodeScript('shape', 'scripts/check-shape.ts'),
  nodeScript('lint', 'scripts/lint.ts'),
];

const testDetector = (file: string): Detector =>
  nodeScript(
    file,
    ...['node_modules/jest/bin/jest.js', '--runInBand', '--selectProjects', 'contract-embedded'],
    ...['--bail', '--runTestsByPath', file],
  );

async function findDetector(directory: string, mutant: DescriptionMutant): Promise<string | undefined> {
  for (const detector of [...staticDetectors, ...mutant.tests.map(testDetector)])
    if (!(await detector.isGreen(directory))) return detector.name;
  return undefined;
}

function scoreOf({ id, defect }: DescriptionMutant, detector: string | undefined, ms: number): MutantScore {
  const killed = detector !== undefined;
  const killer = { file: 'openapi.yaml', test: detector ?? '', message: '' };
  const trial = { operationId: '', killed, reached: 1, unreliable: [], ms, ...(killed ? { killer } : {}) };
  return { id, class: 'description', defect, killed, trials: [trial] };
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
    for (const mutant of chosen) {
      const startedAt = performance.now();
      await writeFile(join(directory, 'openapi.yaml'), editDescription(text, mutant));
      const detector = await findDetector(directory, mutant);
      const score = scoreOf(mutant, detector, performance.now() - startedAt);
      scores.push(score);
      tell(score);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return scores;
}
