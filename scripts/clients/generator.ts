import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SmokeCall } from './row.ts';

export type Language = 'TypeScript' | 'Python' | 'Go' | 'Java' | 'Rust' | 'PHP' | 'Ruby';

export const root = join(import.meta.dirname, '../..');
/** Everything that generators install and write; git knows nothing of it. */
export const workspace = join(root, '.clients');
export const smokePrograms = join(import.meta.dirname, 'smoke');
export const toolbox = {
  npm: join(workspace, 'tools/npm/node_modules/.bin'),
  python: join(workspace, 'tools/python/bin'),
  go: join(workspace, 'tools/go'),
} as const;

export type ToolName = 'npm' | 'python';

export interface Command {
  readonly command: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The generator's own directory by default. */
  readonly directory?: string;
}

export interface Place {
  /** Holds `client/`, which is generated, and the smoke program. */
  readonly directory: string;
  /** The rendering of the description that the generator reads. */
  readonly description: string;
}

export interface Toolkit {
  readonly language: Language;
  /** Programs that must be on the machine. */
  readonly needs: readonly string[];
  /** What is installed from a registry before. */
  readonly tools: readonly ToolName[];
  /** What the smoke program needs beside the generated client. */
  readonly prepare?: (place: Place, id: string) => Promise<void>;
  readonly compile: (place: Place) => readonly Command[];
  readonly smoke: (place: Place) => Command;
}

/** One generator: how it is called, and how a result without a type looks in what it writes. */
export interface Generator extends Toolkit {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly input: '3.1' | '3.0';
  readonly generate: (place: Place) => readonly Command[];
  /** What its clients cannot do at all. */
  readonly omits?: { readonly calls: readonly SmokeCall[]; readonly because: string };
  readonly untyped: { readonly files: RegExp; readonly pattern: RegExp };
}

const pinned = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

function required(version: string | undefined, name: string): string {
  if (version === undefined) throw new Error(`${name} is not pinned`);
  return version;
}

export function npmVersion(name: string, file = 'package.json'): string {
  const manifest = JSON.parse(pinned(file)) as Record<string, Readonly<Record<string, string>> | undefined>;
  return required(manifest['devDependencies']?.[name] ?? manifest['dependencies']?.[name], name);
}

export function pythonVersion(name: string): string {
  return required(new RegExp(`^${name}(?:\\[.*\\])?==(.+)$`, 'm').exec(pinned('requirements.txt'))?.[1], name);
}

export function goVersion(module: string): string {
  return required(new RegExp(`${module} v([^\\s]+)`).exec(pinned('smoke/go/go.mod'))?.[1], module);
}
