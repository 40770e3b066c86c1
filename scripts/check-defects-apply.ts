// Whether each planted defect still finds its place; `npm run check:planted` plants them and takes minutes.
import { patchTree, readDefects } from './planted-defects.ts';

for (const { name, patch } of await readDefects()) {
  if (patchTree('.', patch, ['--check'])) continue;
  console.error(`contract-tests/planted/${name} does not apply; make it anew`);
  process.exitCode = 1;
}
