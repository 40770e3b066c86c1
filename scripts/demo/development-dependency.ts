import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

export class DevelopmentDependencyMissing extends Error {
  readonly code = 'development_dependency_missing';
  readonly packageName: string;

  constructor(packageName: string) {
    super(`The demo needs the development dependency ${packageName}: run npm ci without --omit=dev.`);
    this.name = 'DevelopmentDependencyMissing';
    this.packageName = packageName;
  }
}

export function packageDirectory(packageName: string): string {
  try {
    return dirname(require.resolve(`${packageName}/package.json`));
  } catch {
    throw new DevelopmentDependencyMissing(packageName);
  }
}
