// dependency-cruiser with scripts/import-rules.cjs. That it cruised nothing is an error too: with an API it does not
// understand it finds no module and no breach.
import { spawnSync } from 'node:child_process';

const words = [
  '--config',
  'scripts/import-rules.cjs',
  '--output-type',
  'err-long',
  'src',
  'generated',
  'contract-tests',
];
const { status, stdout, stderr } = spawnSync('depcruise', words, { encoding: 'utf8' });
const modules = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
process.stdout.write(stdout);
process.stderr.write(stderr);
if (modules < 100) console.error(`only ${modules} modules were cruised`);
process.exitCode = status === 0 && modules >= 100 ? 0 : 1;
