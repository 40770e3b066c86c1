import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, type FileDigest } from './file-digest.ts';
import { isPlainFilename } from './plain-filename.ts';

export type OutputLimits = {
  /** Outputs declared after this many are refused. */
  outputsMax: number;
  outputBytesMax: number;
};

export const DEFAULT_OUTPUT_LIMITS: OutputLimits = { outputsMax: 100, outputBytesMax: 1024 ** 3 };

export type DeclaredOutput = { output_id: number; filename: string };

export type OutputRefusal =
  | 'too_many_outputs'
  | 'not_a_plain_filename'
  | 'symbolic_link'
  | 'not_a_regular_file'
  | 'hard_link'
  | 'too_large'
  | 'unreadable'
  | 'changed_while_read';

export type CollectedFile = DeclaredOutput & FileDigest & { path: string };
export type RefusedOutput = DeclaredOutput & { refused: OutputRefusal };
export type CollectedOutput = CollectedFile | RefusedOutput;

/**
 * What a test left of its declared outputs, in their order; an output that was not produced is absent. The files are an
 * attacker's: only a regular file directly in the directory, with one name, is read, and only up to its first size.
 */
export async function collectOutputs(
  directory: string,
  declared: DeclaredOutput[],
  limits: OutputLimits,
): Promise<CollectedOutput[]> {
  const collected: CollectedOutput[] = [];
  for (const [index, output] of declared.entries()) {
    const found = index < limits.outputsMax ? await collectFrom(directory, output, limits) : 'too_many_outputs';
    if (found === undefined) continue;
    collected.push(typeof found === 'string' ? refusedOutput(output, found) : found);
  }
  return collected;
}

export function refusedOutput({ output_id, filename }: DeclaredOutput, refused: OutputRefusal): RefusedOutput {
  return { output_id, filename, refused };
}

async function collectFrom(directory: string, output: DeclaredOutput, limits: OutputLimits) {
  if (!isPlainFilename(output.filename)) return 'not_a_plain_filename';
  return collectFile(join(directory, output.filename), output, limits);
}

/** The file as the output; a refusal; or undefined when there is no such file. */
export async function collectFile(
  path: string,
  { output_id, filename }: DeclaredOutput,
  { outputBytesMax }: OutputLimits,
): Promise<CollectedFile | OutputRefusal | undefined> {
  try {
    const refusal = refusalOf(await lstat(path), outputBytesMax);
    if (refusal !== undefined) return refusal;
    const digest = await digestOfRegularFile(path, outputBytesMax);
    return typeof digest === 'string' ? digest : { output_id, filename, path, ...digest };
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    return code === 'ELOOP' ? 'symbolic_link' : 'unreadable';
  }
}

/** The name is looked at before it is opened, since opening a device can do something; and the open file again. */
async function digestOfRegularFile(path: string, bytesMax: number): Promise<FileDigest | OutputRefusal> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const stats = await file.stat();
  const refusal = refusalOf(stats, bytesMax);
  if (refusal !== undefined) return refusal;
  const digest = await digestOf(file, stats.size);
  return digest.size_bytes === stats.size ? digest : 'changed_while_read';
}

/** A second name may be that of a file the test itself cannot read. */
function refusalOf(stats: Stats, bytesMax: number): OutputRefusal | undefined {
  if (stats.isSymbolicLink()) return 'symbolic_link';
  if (!stats.isFile()) return 'not_a_regular_file';
  if (stats.nlink !== 1) return 'hard_link';
  return stats.size > bytesMax ? 'too_large' : undefined;
}
