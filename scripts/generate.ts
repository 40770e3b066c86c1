// Writes generated/ from openapi.yaml and the migrations. With --check it writes nothing and fails when a file is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { matrixFault } from './clients/matrix-file.ts';
import { everyGeneratedFile, parseDescription } from './generate/generated-files.ts';

async function currentText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

const check = process.argv.includes('--check');
const stale: string[] = [];
const document = parseDescription(await readFile('openapi.yaml', 'utf8'));
await mkdir('generated', { recursive: true });
for (const [file, text] of Object.entries(await everyGeneratedFile(document))) {
  if ((await currentText(file)) === text) continue;
  stale.push(file);
  if (!check) await writeFile(file, text);
}
const matrixStale = check ? await matrixFault([]) : undefined;
if (matrixStale !== undefined) console.warn(`WARNING: ${matrixStale}`);
if (check && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run: npm run generate`);
  process.exitCode = 1;
} else {
  console.log(check ? 'generated/ is fresh' : `written: ${stale.join(', ') || 'nothing, all fresh'}`);
}
