// A test file that no project of jest collects, or two do, is a test nobody runs as it was meant.
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { relative } from 'node:path';

const jest = ['node_modules/jest/bin/jest.js', '--listTests', '--json'];
const projects = ['unit', 'postgres', 'contract-embedded', 'contract-postgres', 'journeys', 'documents'];
/** What only PostgreSQL can show is run there alone; every other contract test on both databases. */
const onPostgresAlone = /\.pg\.test\.ts$/;

function collectedBy(project: string): string[] {
  const text = execFileSync(process.execPath, [...jest, '--selectProjects', project], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(text) as string[]).map((file) => relative(process.cwd(), file));
}

function projectsFor(file: string): string[] {
  const pg = onPostgresAlone.test(file);
  if (!file.startsWith('contract-tests/')) return [pg ? 'postgres' : 'unit'];
  if (file.startsWith('contract-tests/journeys/')) return ['journeys'];
  if (file.startsWith('contract-tests/documents/')) return ['documents'];
  return pg ? ['contract-postgres'] : ['contract-embedded', 'contract-postgres'];
}

const collected = new Map(projects.map((project) => [project, new Set(collectedBy(project))]));
const files = globSync('**/*.test.ts', { exclude: (name) => name === 'node_modules' || name === '.spci' });
const faults = files.flatMap((file) => {
  const actual = projects.filter((project) => collected.get(project)?.has(file) === true);
  const expected = projectsFor(file);
  return actual.join() === expected.join()
    ? []
    : [`${file}: run by ${actual.join() || 'none'}, not by ${expected.join()}`];
});
for (const fault of faults) console.error(fault);
console.log(`${files.length} test files, ${faults.length} run otherwise than meant`);
process.exitCode = faults.length === 0 && files.length > 0 ? 0 : 1;
