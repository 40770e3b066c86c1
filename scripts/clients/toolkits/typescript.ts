import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, smokePrograms, type Toolkit } from '../generator.ts';

const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'esnext', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  skipLibCheck: true,
  rewriteRelativeImportExtensions: true,
  outDir: 'compiled',
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};

/** Strict TypeScript; what was compiled is run, with extensions resolved as bundlers do. */
export const typescript: Toolkit = {
  language: 'TypeScript',
  needs: [],
  tools: [],
  prepare: async ({ directory }, id) => {
    for (const file of ['scenario.ts', `${id}.ts`])
      await cp(join(smokePrograms, 'typescript', file), join(directory, file === 'scenario.ts' ? file : 'main.ts'));
    await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    await writeFile(join(directory, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  },
  compile: () => [
    { command: 'tsc', words: ['-p', '.'] },
    {
      command: 'esbuild',
      words: ['compiled/main.js', '--bundle', '--platform=node', '--format=esm', '--outfile=main.mjs'],
    },
  ],
  smoke: () => ({ command: 'node', words: ['main.mjs'] }),
};
