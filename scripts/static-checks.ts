import type { Check } from './run-checks.ts';

const node = (script: string, ...words: string[]): Pick<Check, 'command' | 'words'> => ({
  command: process.execPath,
  words: [script, ...words],
});

/** What needs no server: the description, what is generated from it, types, imports, shape, format. */
export const staticChecks: readonly Check[] = [
  { name: 'the description lints clean', ...node('scripts/lint.ts') },
  { name: 'the description scores over its bars', ...node('scripts/description-score.ts') },
  { name: 'generated/ is fresh', ...node('scripts/generate.ts', '--check') },
  { name: 'no client of a supported release breaks', ...node('scripts/check-compatibility.ts') },
  { name: 'types', command: 'tsc', words: ['-p', '.'] },
  { name: 'import rules', ...node('scripts/import-rules.ts') },
  { name: 'shape', ...node('scripts/check-shape.ts') },
  { name: 'every test file is run', ...node('scripts/check-collected-tests.ts') },
  { name: 'planted defects find their places', ...node('scripts/check-defects-apply.ts') },
  { name: 'the mutants of the contract suite are there', ...node('scripts/contract-mutate.ts', '--list') },
  { name: 'format', command: 'prettier', words: ['--check', '--log-level', 'warn', '.'] },
];
