import Table from 'cli-table3';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { descriptionVersion } from '../../generated/operations.ts';
import { root } from './generator.ts';
import { generators } from './generators/all.ts';
import { descriptionDigest, matrixFile, readMatrix, type Matrix } from './matrix-file.ts';
import { hasPassed, type Row } from './row.ts';

const markdownFile = join(root, 'generated/client-matrix.md');

const sayYes = (value: boolean): string => (value ? 'yes' : 'no');

function cells(row: Row): string[] {
  const said = [row.generator, row.version, row.language, row.input];
  if (row.not_run === true) return [...said, row.note ?? 'not run', '', '', ''];
  const calls = `${row.calls_passed} of ${row.calls}${row.note === undefined ? '' : `; ${row.note}`}`;
  const untyped = row.untyped_results === undefined ? '' : String(row.untyped_results);
  return [...said, sayYes(row.generated), sayYes(row.compiled), untyped, calls];
}

const head = ['generator', 'version', 'language', 'input', 'generated', 'compiled', 'untyped results', 'calls passed'];

export function showTable(rows: readonly Row[]): void {
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const row of rows) table.push(cells(row));
  console.log(table.toString());
  const passed = rows.filter(hasPassed);
  console.log(
    `${passed.length} of ${rows.length} clients passed, in ${new Set(passed.map((row) => row.language)).size} languages`,
  );
}

function markdown({ description_version, description_sha256, clients }: Matrix): string {
  const line = (words: readonly string[]): string => `| ${words.join(' | ')} |`;
  return [
    '<!-- Written by `npm run clients:matrix`. Never edited. -->',
    `Clients generated from version ${description_version} of the description (\`${description_sha256.slice(0, 12)}\`), compiled`,
    'strictly and run against a live server.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...clients.map((row) => line(cells(row))),
    '',
  ].join('\n');
}

/** Adds rows to what is known of the same description; what is known of another one is dropped. */
export async function writeMatrix(rows: readonly Row[]): Promise<void> {
  const known = await readMatrix();
  const description_sha256 = await descriptionDigest();
  const kept = known?.description_sha256 === description_sha256 ? known.clients : [];
  const clients = generators.flatMap(({ id }) => {
    const row = rows.find((each) => each.id === id) ?? kept.find((each) => each.id === id);
    return row === undefined ? [] : [row];
  });
  const matrix: Matrix = { description_sha256, description_version: descriptionVersion, clients };
  await writeFile(matrixFile, `${JSON.stringify(matrix, null, 1)}\n`);
  await writeFile(markdownFile, markdown(matrix));
}
