import { AppError } from '../../errors.ts';
import type { ExpectedOutputRow, RegressionTestRow } from './regression-tests.table.ts';
import { wordsOf } from './word-splitting.ts';

type NamedOutput = Pick<ExpectedOutputRow, 'expected_filename'>;

/** Name of the output that is what the program printed; every other name is a file. */
export const capturedStdout = 'stdout';

export function assertSplittable(command: string): void {
  if (wordsOf(command) === undefined) throw new AppError('unprocessable', 'A quote in the command is never closed.');
}

/** What no run could ever meet is refused before one is planned. */
export function assertOutputsPossible(
  outputType: RegressionTestRow['output_type'],
  outputs: readonly NamedOutput[],
): void {
  const names = outputs.map((output) => output.expected_filename);
  const repeated = names.filter((name, position) => names.indexOf(name) < position);
  if (repeated.length > 0)
    throw new AppError('unprocessable', 'Two outputs have one name.', { expected_filenames: repeated });
  const impossible = names.filter((name) => !isFilename(name) || (outputType === 'null' && name !== capturedStdout));
  if (impossible.length > 0)
    throw new AppError('unprocessable', 'The test cannot produce files of these names.', {
      expected_filenames: impossible,
    });
}

/** The contract excludes separators and control characters; this is what it cannot say. */
function isFilename(name: string): boolean {
  return name !== '.' && name !== '..' && Buffer.byteLength(name) <= 255;
}
