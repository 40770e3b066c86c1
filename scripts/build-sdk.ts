// Builds src/sdk/ into a package that `npm pack` and `npm publish` take: JavaScript, declarations, one dependency.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { descriptionVersion } from '../generated/operations.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: '.sdk' } } });
const target = resolve(values.out);
const root = join(import.meta.dirname, '..');

const entry = './dist/src/sdk/spci';

async function manifest(): Promise<string> {
  const { license, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly license: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const fields = {
    name: 'spci-sdk',
    version: descriptionVersion,
    description: 'Typed client of the SPCI API',
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: { '.': { types: `${entry}.d.ts`, default: `${entry}.js` } },
    types: `${entry}.d.ts`,
    files: ['dist'],
    dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** The compiler writes `.js` into what is run and leaves `.ts` in the declarations, which name no file of the package. */
async function nameCompiledFiles(directory: string): Promise<void> {
  for (const file of await readdir(directory, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    const path = join(directory, file);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(/( from '\.[^']*)\.ts';/g, "$1.js';"));
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const words = ['-p', 'scripts/build-sdk.tsconfig.json', '--outDir', join(target, 'dist')];
const { status } = spawnSync('tsc', words, { cwd: root, stdio: 'inherit' });
if (status === 0) {
  await nameCompiledFiles(join(target, 'dist'));
  await writeFile(join(target, 'package.json'), await manifest());
  await cp(join(root, 'src/sdk/README.md'), join(target, 'README.md'));
  await cp(join(root, 'LICENSE'), join(target, 'LICENSE'));
  console.log(`spci-sdk ${descriptionVersion} is in ${target}; next: npm pack ${target}`);
}
process.exitCode = status ?? 1;
