import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packageDirectory } from './development-dependency.ts';

/** In commit order: each version of mux.js plays one commit of the tool under test. */
export const versions = [
  '5.6.0',
  '5.9.1',
  '5.13.0',
  '6.0.0',
  '6.1.0',
  '6.2.0',
  '6.3.0',
  '7.0.0',
  '7.0.1',
  '7.0.2',
  '7.0.3',
  '7.1.0',
] as const;

export type Version = (typeof versions)[number];

const repositoryRoot = join(import.meta.dirname, '../..');

export function isVersion(text: string): text is Version {
  return versions.some((version) => version === text);
}

function aliasOf(version: string): string {
  return `mux.js-${version}`;
}

export function commitShaOf(version: string): string {
  return createHash('sha1').update(`mux.js@${version}`).digest('hex');
}

/** Throws `DevelopmentDependencyMissing` at the first package that bundling these versions would miss. */
export function requireBundlingPackages(wanted: readonly string[]): void {
  ['esbuild', ...wanted.map(aliasOf)].forEach(packageDirectory);
}

/**
 * One file that needs neither packages nor environment. The same version always gives the same bytes: paths, which
 * esbuild writes into them, stay relative even where `node_modules` is a link.
 */
export async function bundleExtractor(version: string): Promise<Buffer> {
  requireBundlingPackages([version]);
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: ['scripts/demo/extractor.cjs'],
    alias: { 'mux.js': aliasOf(version) },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    mainFields: ['main'],
    preserveSymlinks: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}
